package dev.understudy.redirect.forward;

import java.io.IOException;
import java.time.Duration;

/** How a {@link FaultServer} answers a request. */
@FunctionalInterface
interface AnswerMode {

    String PAYLOAD = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 7\r\n"
            + "Access-Control-Allow-Origin: *\r\nETag: \"abc\"\r\n\r\npayload";

    /** A whole, valid answer. */
    AnswerMode WELL = says(PAYLOAD);

    void answer(ReceivedRequest request) throws IOException, InterruptedException;

    /** Sends bytes of ISO-8859-1 and nothing after them. */
    static AnswerMode says(String answer) {
        return request -> request.say(answer);
    }

    /** Sends bytes of ISO-8859-1 one by one. */
    static AnswerMode drips(String answer) {
        return request -> request.drip(answer, Duration.ofMillis(20));
    }

    /** Adds another mode a moment later, when the other side has read what was sent before. */
    default AnswerMode then(AnswerMode next) {
        return request -> {
            answer(request);
            Thread.sleep(50);
            next.answer(request);
        };
    }

    /** Adds an orderly close of the connection. */
    default AnswerMode thenCloses() {
        return then(ReceivedRequest::close);
    }

    /** Adds a reset of the connection, as by a crash. */
    default AnswerMode thenResets() {
        return then(ReceivedRequest::reset);
    }
}
