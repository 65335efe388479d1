/** What somebody reads who opens an archive without the product. */

/** The text of README.txt. */
export function readme(callId: string): Buffer {
  return Buffer.from(
    [
      `Archief van de openstelling ${callId}`,
      "",
      "Dit zipbestand bevat alles van een openstelling: de gepubliceerde versies, de ingediende aanvragen met hun bijlagen,",
      "de beoordelingen, de rondes en besluiten, brieven, bezwaren, subsidies en betalingen, en de regels van het logboek",
      "die erover gaan. manifest.json noemt elk bestand met zijn SHA-256; manifest.jws is de handtekening daaronder.",
      "Een andere installatie van Voorsprong kan het controleren en bewaren. Er staan persoonsgegevens in: bewaar het veilig.",
      "",
      `Archive of the call ${callId}`,
      "",
      "This zip file holds everything of a call: its published versions, the applications as submitted with their attachments,",
      "reviews, rounds and decisions, letters, objections, grants and payments, and the ledger entries about them.",
      "manifest.json names each file with its SHA-256; manifest.jws is the signature on it.",
      "Another installation of Voorsprong can check and keep it. It holds personal data: keep it safe.",
      "",
    ].join("\r\n"),
  );
}
