package dev.understudy.redirect.forward;

import static dev.understudy.failure.FailureKind.SECONDARY_BROKEN;
import static dev.understudy.failure.FailureKind.SECONDARY_TIMEOUT;
import static dev.understudy.failure.FailureKind.SECONDARY_UNREACHABLE;
import static dev.understudy.redirect.forward.AnswerMode.drips;
import static dev.understudy.redirect.forward.AnswerMode.says;
import static dev.understudy.redirect.forward.SecondaryFault.Time.AT_ONCE;
import static dev.understudy.redirect.forward.SecondaryFault.Time.CONNECT_TIMEOUT;
import static dev.understudy.redirect.forward.SecondaryFault.Time.SOCKET_TIMEOUT;
import static dev.understudy.redirect.forward.SecondaryFault.Time.TOTAL_TIMEOUT;

import dev.understudy.redirect.forward.SecondaryFault.Opening;
import dev.understudy.redirect.forward.SecondaryFault.Outcome;
import dev.understudy.redirect.forward.SecondaryFault.Outcome.Cut;
import dev.understudy.redirect.forward.SecondaryFault.Outcome.Failed;
import dev.understudy.redirect.forward.SecondaryFault.Outcome.Passed;
import java.util.List;

/** The table of the faults of secondary servers; the numbers of the rows are those of faults.md. */
final class SecondaryFaults {

    private static final String OK = "HTTP/1.1 200 OK\r\nX-Secondary: 1\r\n";
    private static final String SEVEN = OK + "Content-Length: 7\r\n\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String FIRST_CHUNK = "3\r\npay\r\n";
    private static final String NOT_MODIFIED = "HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n";
    private static final String GZIP = "\u001f\u008b\b\0\0\1";
    private static final String DATE = "Sat, 26 Jul 2014 00:28:32 GMT";

    private static final Outcome UNREACHABLE = new Failed(SECONDARY_UNREACHABLE, 502, AT_ONCE);
    private static final Outcome NO_CONNECTION = new Failed(SECONDARY_TIMEOUT, 504, CONNECT_TIMEOUT);
    private static final Outcome SILENT = new Failed(SECONDARY_TIMEOUT, 504, SOCKET_TIMEOUT);
    private static final Outcome ENDLESS = new Failed(SECONDARY_TIMEOUT, 504, TOTAL_TIMEOUT);
    private static final Outcome BROKEN = new Failed(SECONDARY_BROKEN, 502, AT_ONCE);
    private static final Outcome CUT = new Cut(SECONDARY_BROKEN, "pay", AT_ONCE);
    private static final Outcome RIGHT = new Passed(200, "payload");

    private SecondaryFaults() {}

    // @formatter:off
    static List<SecondaryFault> all() {
        return List.of(
                row("20", "refuses connections", FaultServer::refusing, UNREACHABLE),
                row("21", "accepts no connections", FaultServer::full, NO_CONNECTION),

                row("22", "says nothing", says(""), SILENT),
                row("23a", "stalls in its head", says("HTTP/1.1 200 OK\r\nContent-"), SILENT),
                row("23b", "stalls before its body", says(SEVEN), SILENT),
                row("23c", "stalls in its body", says(SEVEN + "pay"), new Cut(SECONDARY_TIMEOUT, "pay", SOCKET_TIMEOUT)),
                row("23d", "stalls between chunks", says(CHUNKED + FIRST_CHUNK), new Cut(SECONDARY_TIMEOUT, "pay", SOCKET_TIMEOUT)),
                row("23e", "drips its head", drips(OK + "X-Long: " + "x".repeat(100)), ENDLESS),
                row("23f", "drips its body", says(OK + "Content-Length: 1000\r\n\r\n").then(drips("x".repeat(100))),
                        new Cut(SECONDARY_TIMEOUT, "xxx", TOTAL_TIMEOUT)),
                row("23g", "says again and again that it has begun", says("").then(drips102(100)), ENDLESS),

                row("24a", "closes the connection", says("").thenCloses(), BROKEN),
                row("24b", "resets the connection", says("").thenResets(), BROKEN),
                row("24c", "closes in its head", says("HTTP/1.1 200 OK\r\nContent-Le").thenCloses(), BROKEN),
                row("24d", "closes before its body", says(SEVEN).thenCloses(), BROKEN),
                row("24e", "resets before its body", says(SEVEN).thenResets(), BROKEN),
                row("24f", "closes in its body", says(SEVEN + "pay").thenCloses(), CUT),
                row("24g", "resets in its body", says(SEVEN + "pay").thenResets(), CUT),
                row("24h", "sends no last chunk", says(CHUNKED + FIRST_CHUNK).thenCloses(), CUT),
                row("24i", "closes within a chunk", says(CHUNKED + "7\r\npay").thenCloses(), CUT),
                row("24j", "sends a bad first chunk", says(CHUNKED + "xyz\r\npay\r\n"), BROKEN),
                row("24k", "sends a bad second chunk", says(CHUNKED + FIRST_CHUNK).then(says("xyz\r\n")), CUT),
                row("24l", "sends a chunk that is longer than it says", says(CHUNKED + FIRST_CHUNK).then(says("1\r\nload\r\n0\r\n\r\n")),
                        new Cut(SECONDARY_BROKEN, "pay", AT_ONCE)),
                row("24m", "sends a chunk of more bytes than there are numbers", says(CHUNKED + "fffffffffffffffff\r\npay\r\n"), BROKEN),
                row("24n", "sends more than it says", says(SEVEN + "payload" + OK + "Content-Length: 4\r\n\r\nevil"), RIGHT),

                row("25a", "speaks another protocol", says("SSH-2.0-OpenSSH_9.2\r\n"), BROKEN),
                row("25b", "speaks no protocol", says("\0\1\2\3\377\376\r\n\r\n"), BROKEN),
                row("25c", "answers with a request", says("GET / HTTP/1.1\r\nHost: you\r\n\r\n"), BROKEN),
                row("25d", "speaks TLS", says("\25\3\1\0\2\2\106"), BROKEN),
                row("25e", "answers with a status of letters", says("HTTP/1.1 abc OK\r\nContent-Length: 7\r\n\r\npayload"), BROKEN),
                row("25f", "answers with a status of one digit", says("HTTP/1.1 2 OK\r\nContent-Length: 7\r\n\r\npayload"), BROKEN),
                row("25g", "has a huge header", says(OK + "X-Huge: " + "x".repeat(200_000) + "\r\n\r\n"), BROKEN),
                row("25h", "has very many headers", says(OK + "X-Many: x\r\n".repeat(20_000) + "\r\n"), BROKEN),
                row("25i", "has two lengths", says(OK + "Content-Length: 3\r\nContent-Length: 7\r\n\r\npayload"), BROKEN),
                row("25j", "has two lengths in one header", says(OK + "Content-Length: 3, 7\r\n\r\npayload"), BROKEN),
                row("25k", "has a length and chunks", says(OK + "Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n7\r\npayload\r\n0\r\n\r\n"), BROKEN),
                row("25l", "has chunks and a length", says(OK + "Transfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n7\r\npayload\r\n0\r\n\r\n"), BROKEN),
                row("25m", "has a length below zero", says(OK + "Content-Length: -7\r\n\r\npayload"), BROKEN),
                row("25n", "has a length of letters", says(OK + "Content-Length: seven\r\n\r\npayload"), BROKEN),
                row("25o", "has a header without a name", says(OK + ": x\r\nContent-Length: 7\r\n\r\npayload"), BROKEN),
                row("25p", "has a null character in a header", says(OK + "X-Null: a\0b\r\nContent-Length: 7\r\n\r\npayload"), BROKEN),
                row("25q", "switches protocols unasked", says("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\npayload"), BROKEN),

                row("26a", "compresses unasked", says(OK + "Content-Encoding: gzip\r\nContent-Length: 6\r\n\r\n" + GZIP), new Passed(200, GZIP)),
                row("26b", "answers with words", says(OK + "Content-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"), new Passed(200, "<p>")),
                row("26c", "answers with nothing", says(OK + "Content-Length: 0\r\n\r\n"), new Passed(200, "")),
                row("26d", "has no content", says("HTTP/1.1 204 No Content\r\n\r\n"), new Passed(204, "")),
                row("26e", "sends a part unasked", says("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-2/7\r\nContent-Length: 3\r\n\r\npay"), new Passed(206, "pay")),
                row("26f", "ends its body with the connection", says(OK + "\r\npayload").thenCloses(), RIGHT),
                row("26g", "speaks HTTP/1.0", says("HTTP/1.0 200 OK\r\nX-Secondary: 1\r\n\r\npayload").thenCloses(), RIGHT),
                row("26h", "says so when it closes", says(OK + "Connection: close\r\nContent-Length: 7\r\n\r\npayload").thenCloses(), RIGHT),

                row("27", "redirects to itself", FaultServer::redirecting, new Passed(302, "there")),

                row("28a", "has not changed since then, unasked", says(NOT_MODIFIED), BROKEN),
                row("28b", "has not changed since then, asked for another", says(NOT_MODIFIED), BROKEN).asked("If-None-Match: \"xyz\"\r\n"),
                row("28c", "has not changed since then", says(NOT_MODIFIED), new Passed(304, "")).asked("If-None-Match: \"xyz\", W/\"abc\"\r\n"),
                row("28d", "has not changed since any time", says(NOT_MODIFIED), new Passed(304, "")).asked("If-None-Match: *\r\n"),
                row("28e", "has not changed since a date", says(NOT_MODIFIED), new Passed(304, "")).asked("If-Modified-Since: " + DATE + "\r\n"),
                row("28f", "has not changed, and does not say what", says("HTTP/1.1 304 Not Modified\r\n\r\n"), new Passed(304, "")).asked("If-None-Match: \"abc\"\r\n"),

                row("29a", "continues", says("HTTP/1.1 100 Continue\r\n\r\n" + SEVEN + "payload"), RIGHT),
                row("29b", "says that it has begun", says("HTTP/1.1 102 Processing\r\n\r\n" + SEVEN + "payload"), RIGHT),
                row("29c", "hints early", says("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + SEVEN + "payload"), RIGHT),
                row("29d", "does all of that", says("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                        + "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + SEVEN + "payload"), RIGHT),
                row("29e", "says another thing in between", says("HTTP/1.1 199 Well\r\n\r\n" + SEVEN + "payload"), RIGHT),
                row("29f", "continues to say nothing", says("HTTP/1.1 100 Continue\r\n\r\n"), SILENT),
                row("29g", "continues to close the connection", says("HTTP/1.1 103 Early Hints\r\n\r\n").thenCloses(), BROKEN));
    }
    // @formatter:on

    private static AnswerMode drips102(int times) {
        return request -> {
            for (int i = 0; i < times; i++) {
                request.say("HTTP/1.1 102 Processing\r\n\r\n");
                Thread.sleep(20);
            }
        };
    }

    private static SecondaryFault row(String row, String words, AnswerMode mode, Outcome outcome) {
        return row(row, words, () -> FaultServer.of(mode), outcome);
    }

    private static SecondaryFault row(String row, String words, Opening opening, Outcome outcome) {
        return new SecondaryFault(row, words, opening, "", outcome);
    }
}
