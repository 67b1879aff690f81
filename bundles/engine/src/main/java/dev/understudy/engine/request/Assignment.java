package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;
import dev.understudy.protocol.syntax.PercentCoding;

/**
 * A command with its value.
 *
 * @param command its row
 * @param spelling as the request spells it
 * @param written the value as it stands in its text, still encoded, with the variables in it
 * @param raw the value with variables filled in, still encoded
 * @param origin where it comes from
 * @param target what it was said to; makes no difference to commands for the whole request
 */
public record Assignment(
        Command<?> command, String spelling, String written, String raw, Origin origin, Target target) {

    /** The value. */
    public String value() {
        return PercentCoding.decodeValue(raw);
    }
}
