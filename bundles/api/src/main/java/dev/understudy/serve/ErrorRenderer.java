package dev.understudy.serve;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes failures as text and property data. */
@ConsumerType
public interface ErrorRenderer {

    /**
     * The reply of the last rung of the ladder.
     *
     * @param policy which status it has
     * @param detail {@code attribute::ErrorDetail}: 0 and 1 the title, 2 the message, 3 the message and the stack trace
     */
    Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail);

    /**
     * The substitution variables for an error image, without dollar signs: {@code error.title}, {@code error.message},
     * {@code error.code}, {@code error.status}. A stack trace is never among them.
     *
     * @param detail as in {@link #text}; 3 counts as 2
     */
    Map<String, String> variables(Failure failure, StatusPolicy policy, int detail);
}
