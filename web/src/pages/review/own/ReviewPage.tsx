/** One application as its reviewer works on it: declaration, file, review. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { OwnReviewView } from "@voorsprong/server/contract";
import { otherReviewsQuery, ownReviewQuery, reviewFileQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Loaded } from "../../../components/Loading.js";
import { Page, Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { Reasons } from "../Reasons.js";
import { StateBadge } from "../StateBadge.js";
import { DeclarationForm } from "./DeclarationForm.js";
import { ReviewFile } from "./ReviewFile.js";
import { ReviewForm } from "./ReviewForm.js";
import "../review.css";

/** The page. */
export function ReviewPage() {
  const { applicationId } = useParams({ from: "/$lang/reviews/$applicationId" });
  const query = useQuery(ownReviewQuery(applicationId));
  return <LoadedPage query={query}>{(review) => <Review review={review} />}</LoadedPage>;
}

function Review({ review }: { review: OwnReviewView }) {
  const { own: t, mine } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  return (
    <Page
      title={t.title(review.title)}
      crumbs={[{ path: "/reviews", label: mine.title }]}
      marks={
        <>
          <StateBadge state={review.state} late={review.late} />
          {review.blind && <Badge explain={t.blindExplained}>{t.blind}</Badge>}
        </>
      }
      intro={
        <>
          <p>
            {review.dossier}, {l(review.callTitle)}.{" "}
            {review.submittedAt === null && t.due(f.date(review.due))}
          </p>
          {review.blind && <p className="soft">{t.blindExplained}</p>}
        </>
      }
    >
      {review.state === "assigned" ? (
        <DeclarationForm review={review} />
      ) : (
        <div className="review-desk">
          <FilePart applicationId={review.applicationId} categories={review.categories} />
          <div className="stack stack--wide">
            {/* A review that was reloaded begins anew with what the server has. */}
            <ReviewForm key={`${review.applicationId}/${review.state}`} review={review} />
            {review.state === "submitted" && <Others review={review} />}
          </div>
        </div>
      )}
    </Page>
  );
}

function FilePart(props: Pick<OwnReviewView, "applicationId" | "categories">) {
  const { own: t } = useReviewTexts();
  const file = useQuery(reviewFileQuery(props.applicationId));
  return (
    <Section title={t.file}>
      <Loaded query={file}>{(data) => <ReviewFile file={data} categories={props.categories} />}</Loaded>
    </Section>
  );
}

function Others({ review }: { review: OwnReviewView }) {
  const { own } = useReviewTexts();
  const t = own.others;
  const f = useFormat();
  const isOpen = review.panel !== "closed";
  const query = useQuery({ ...otherReviewsQuery(review.applicationId), enabled: isOpen });
  return (
    <Section title={t.title}>
      {isOpen ? (
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <div className="stack">
                {items.map((other, place) => (
                  <Reasons
                    key={other.alias}
                    title={`${t.reviewer(f.number(place + 1))}: ${f.number(other.total / 100, 2)}`}
                    criteria={review.criteria}
                    categories={review.categories}
                    review={other}
                  />
                ))}
              </div>
            )
          }
        </Loaded>
      ) : (
        <p>{t.closed}</p>
      )}
    </Section>
  );
}
