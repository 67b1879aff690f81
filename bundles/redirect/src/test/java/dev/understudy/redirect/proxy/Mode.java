package dev.understudy.redirect.proxy;

import java.io.IOException;
import java.time.Duration;

/** How a {@link FaultServer} answers a request. */
@FunctionalInterface
interface Mode {

    String IMAGE = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 7\r\n"
            + "Access-Control-Allow-Origin: *\r\nETag: \"abc\"\r\n\r\npicture";

    /** As it should. */
    Mode WELL = says(IMAGE);

    void answer(Conversation conversation) throws IOException, InterruptedException;

    /** Sends bytes of ISO-8859-1 and then nothing more. */
    static Mode says(String answer) {
        return conversation -> conversation.say(answer);
    }

    /** Sends them one by one. */
    static Mode drips(String answer) {
        return conversation -> conversation.drip(answer, Duration.ofMillis(20));
    }

    /** And then does this; a moment later, so that the other side takes note of what was before. */
    default Mode then(Mode next) {
        return conversation -> {
            answer(conversation);
            Thread.sleep(50);
            next.answer(conversation);
        };
    }

    /** And then ends the connection as one does. */
    default Mode thenCloses() {
        return then(Conversation::close);
    }

    /** And then ends the connection as a crash does. */
    default Mode thenResets() {
        return then(Conversation::reset);
    }
}
