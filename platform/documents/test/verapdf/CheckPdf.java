import java.io.File;
import java.nio.file.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Checks files against PDF/UA-1 and prints one line per file and one per broken rule; exit code 1 when one fails. */
public class CheckPdf {
  public static void main(String[] paths) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean good = true;
    for (String path : paths) {
      try (var parser = Foundries.defaultInstance().createParser(new File(path), PDFAFlavour.PDFUA_1);
          var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        var result = validator.validate(parser);
        good &= result.isCompliant();
        System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + path + " " + result.getTotalAssertions() + " checks");
        result.getTestAssertions().forEach(a -> System.out.println("  " + a.getStatus() + " " + a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage() + " at " + a.getLocation().getContext()));
      }
    }
    System.exit(good ? 0 : 1);
  }
}
