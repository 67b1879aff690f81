package dev.understudy.engine.properties;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.serve.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes messages of clients to the log.
 *
 * <p>Source: the reference's page on message.
 */
final class ClientMessages {

    /** The most characters of one message: clients are not to fill the disk. */
    static final int LENGTH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(ClientMessages.class);

    private ClientMessages() {}

    /** Logs the message of a request, if it has one; the reply is empty. */
    static Reply log(PlannedRequest request) {
        String text = request.details() instanceof RequestDetails.Message message ? printable(message.text()) : "";
        if (!text.isEmpty()) {
            LOG.info(
                    "A client of catalog '{}' says: {}",
                    request.summary().catalog().rootId(),
                    text);
        }
        return Reply.of("text/plain;charset=utf-8", new byte[0]);
    }

    /** A text in one line, in which nothing is hidden: without control and format characters, and cut. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().filter(ClientMessages::isPrintable).limit(LENGTH).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
