package dev.understudy.engine.docs;

import static dev.understudy.failure.FailureKind.AllowedStandIn.DEFAULT_IMAGE;
import static dev.understudy.failure.FailureKind.AllowedStandIn.ERROR_IMAGE;
import static dev.understudy.failure.FailureKind.AllowedStandIn.LAST_GOOD;
import static dev.understudy.failure.FailureKind.AllowedStandIn.SECONDARY;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.failure.StandIns;
import dev.understudy.failure.StandIns.Decision;
import dev.understudy.failure.StandIns.Options;
import dev.understudy.failure.StandIns.Rung;
import dev.understudy.failure.StatusPolicy;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of errors. */
class FailurePagesTest {

    @Test
    void errors() {
        MarkdownPage page = new MarkdownPage("Errors")
                .text(
                        "Every way in which a request can fail, what the client gets, what the logs say, and what to do about it.");
        addLadder(page);
        addLastGood(page);
        addText(page);
        addImages(page);
        addLogs(page);
        addKinds(page);
        page.check("../errors.md");
    }

    private static void addLadder(MarkdownPage page) {
        page.heading("What stands in")
                .text("The first of these that is set up, and allowed for the failure, answers:")
                .text("""
                        1. the secondary server (`errorRedirect.rootUrl`), whatever it says; for the first failure of a request only
                        2. the last good image (`StaleIfError`), as it was when its sources were good, for `req=img`, `req=tmb` and `req=mask`
                        3. the default image (`defaultImage=`, `DefaultImage`), in place of a missing image, for `req=img` and `req=tmb`
                        4. the error image (`ErrorImage`), for `req=img` and `req=tmb`
                        5. text""")
                .text("Kinds that may go to the secondary server: " + kinds(kind -> kind.allows(SECONDARY)) + ".")
                .text("Kinds for which a default image stands in: " + kinds(kind -> kind.allows(DEFAULT_IMAGE)) + ".")
                .text("Kinds that are never drawn as an error image: " + kinds(kind -> !kind.allows(ERROR_IMAGE)) + ".")
                .text(
                        "A stand-in that fails itself is followed by the next; the answer is then about the first failure, and the"
                                + " log has them all. A secondary server that gives no answer is followed by text about it, whatever is"
                                + " set, unless there is a last good image or the catalog has `ErrorRedirectFallback=stand-in`. Whatever stands in says so in the header"
                                + " `Understudy-StandIn: secondary | stale | default-image | error-image | text; code=…`.");
    }

    private static void addLastGood(MarkdownPage page) {
        page.heading("The last good image")
                .text(
                        "A catalog with `StaleIfError=24` goes on serving an image for a day after a source of it is gone or damaged,"
                                + " as long as the response cache has it: the same request must have been answered before, since when the"
                                + " image was last known to be good no more than so many hours have passed, and nothing has purged it. It"
                                + " is the answer that was given then, with the same entity tag, so that clients that have it get a 304;"
                                + " `Understudy-StandIn: stale; code=…` says why. Clients may keep it for a minute at most, and not at all if"
                                + " a secondary server was asked in vain. What the file was is not shown where another source of the image"
                                + " has changed, or with `cache=off`; nor are images of foreign servers, whose lifetime is for those to say.")
                .text("Kinds for which it stands in: " + kinds(kind -> kind.allows(LAST_GOOD))
                        + ". Deleting a file does not take its image back while `StaleIfError` lasts; taking away its record does, and"
                        + " so does purging it: `understudy:cache purge`.");
    }

    private static void addText(MarkdownPage page) {
        page.heading("Errors as text")
                .text(
                        "`req=` alone decides the form, also when the rest of the request cannot be read: plain text for images;"
                                + " text, javascript, xml or json for types that have properties, the type's usual form if it has not the one"
                                + " asked for. Code, title and message are the same in all of them. In the form json, which is a script, the"
                                + " status is 200, as browsers run no others; it calls `handler=`, else `s7jsonError`, with `id=`.")
                .text(
                        "`ErrorDetail` decides what the message is: at 0 and 1 the title, at 2 what was wrong, where, and what is"
                                + " allowed, which may name files; at 3 the stack trace as well. `ErrorStatus` decides which of the two"
                                + " statuses below an error has.")
                .text(
                        "Errors are `no-store` unless `ErrorExpiration` gives them a lifetime, in seconds, for a cache in front of the"
                                + " server. Never kept: " + kinds(kind -> !kind.mayBeKept()) + ".");
    }

    private static void addImages(MarkdownPage page) {
        page.heading("Errors as images")
                .text(
                        "`ErrorImage` names a catalog entry, a template or a file. It is drawn with the width, height, pixel ratio and"
                                + " format that were asked for, where it has none of its own. Its status is 200, or what `ErrorImageStatus`"
                                + " says. Texts of a template may have these variables; text is never cut off there, but wrapped and made"
                                + " smaller until it fits:")
                .columns("variable", "value")
                .row("`$error.title$`", "the title")
                .row("`$error.message$`", "the message, as `ErrorDetail` has it; never a stack trace")
                .row("`$error.code$`", "the code")
                .row("`$error.status$`", "the status that the error has as text")
                .row("`$error.request$`", "path and query as the client sent them, cut when they are long");
    }

    private static void addLogs(MarkdownPage page) {
        page.heading("What the logs say")
                .text(
                        "The access log has `%{ProcessingStatus}r` as in the table, that of the first failure, and in `%{Exception}r`"
                                + " code and message of each failure on the way: `source.missing: The file of 'shop/hat' does not exist`."
                                + " `%{CacheUse}r` is `REMOTE` for what went to the secondary server. The server's log has failures of"
                                + " status 3 as errors, with stack trace, but a secondary server's as one warning when its breaker opens;"
                                + " others only at the level DEBUG.");
    }

    private static void addKinds(MarkdownPage page) {
        page.heading("The kinds")
                .text(
                        "*Status* is that of `ErrorStatus=documented`, as the reference has it; *http* that of `ErrorStatus=http`.")
                .columns("code", "title", "status", "http", "stands in", "log", "what to do");
        for (FailureKind kind : FailureKind.values()) {
            page.row(
                    "`" + kind.code() + "`",
                    kind.title(),
                    Integer.toString(kind.status(StatusPolicy.DOCUMENTED)),
                    Integer.toString(kind.status(StatusPolicy.HTTP)),
                    standIns(kind),
                    logged(kind.processingStatus()),
                    kind.remedy());
        }
    }

    private static String kinds(Predicate<FailureKind> wanted) {
        return Arrays.stream(FailureKind.values())
                .filter(wanted)
                .map(kind -> "`" + kind.code() + "`")
                .collect(Collectors.joining(", "));
    }

    /** Asks the ladder itself, rung by rung. */
    private static String standIns(FailureKind kind) {
        StringBuilder names = new StringBuilder();
        append(
                names,
                kind,
                new Options(true, false, true, false, false, false, false),
                Decision.FORWARD,
                "secondary server");
        append(
                names,
                kind,
                new Options(false, true, true, false, false, false, false),
                Decision.SERVE_LAST_GOOD,
                "last good image");
        append(
                names,
                kind,
                new Options(false, false, true, true, false, false, false),
                Decision.RENDER_DEFAULT_IMAGE,
                "default image");
        append(
                names,
                kind,
                new Options(false, false, true, false, false, false, true),
                Decision.RENDER_ERROR_IMAGE,
                "error image");
        return names.isEmpty() ? "text only" : names.toString();
    }

    private static void append(StringBuilder names, FailureKind kind, Options options, Decision decision, String name) {
        if (StandIns.decide(kind, Rung.REQUEST, options) == decision) {
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
    }

    private static String logged(ProcessingStatus status) {
        return status.number() + " (" + status.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
