package dev.understudy.engine.docs;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.failure.StandIns;
import dev.understudy.failure.StandIns.Decision;
import dev.understudy.failure.StandIns.Options;
import dev.understudy.failure.StandIns.Rung;
import dev.understudy.failure.StatusPolicy;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page of failures. */
class FailurePagesTest {

    @Test
    void failures() {
        MarkdownPage page = new MarkdownPage("Failures")
                .text(
                        "Every way in which a request can fail. The code is the same in the text of the error, in its XML, JSON "
                                + "and picture, in the header `Understudy-StandIn`, in the log and in metrics.")
                .text(
                        "*Status* is the HTTP status as the reference has it (`ErrorStatus=documented`), *with http* that of "
                                + "`ErrorStatus=http`. *Stands in* says what may take the picture's place, if it is set up, in the order "
                                + "in which it is tried; when nothing does, the answer is text. A default image never replaces a request "
                                + "for properties, nor does an error image. *Log* is `%{ProcessingStatus}r` of the access log.")
                .columns("code", "title", "status", "with http", "stands in", "log");
        for (FailureKind kind : FailureKind.values()) {
            page.row(
                    "`" + kind.code() + "`",
                    kind.title(),
                    Integer.toString(kind.status(StatusPolicy.DOCUMENTED)),
                    Integer.toString(kind.status(StatusPolicy.HTTP)),
                    standIns(kind),
                    logged(kind.processingStatus()));
        }
        page.check("failures.md");
    }

    /** Asks the ladder itself, rung by rung. */
    private static String standIns(FailureKind kind) {
        StringBuilder names = new StringBuilder();
        append(names, kind, new Options(true, true, false, false, false, false), Decision.FORWARD, "secondary server");
        append(
                names,
                kind,
                new Options(false, true, true, false, false, false),
                Decision.RENDER_DEFAULT_IMAGE,
                "default image");
        append(
                names,
                kind,
                new Options(false, true, false, false, false, true),
                Decision.RENDER_ERROR_IMAGE,
                "error image");
        return names.toString();
    }

    private static void append(StringBuilder names, FailureKind kind, Options options, Decision decision, String name) {
        if (StandIns.decide(kind, Rung.REQUEST, options) == decision) {
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
    }

    private static String logged(ProcessingStatus status) {
        return status.ordinal() + " (" + status.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
