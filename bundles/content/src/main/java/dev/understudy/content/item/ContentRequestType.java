package dev.understudy.content.item;

import static dev.understudy.failure.ErrorForm.PropertySyntax.JAVASCRIPT;
import static dev.understudy.failure.ErrorForm.PropertySyntax.JSON;
import static dev.understudy.failure.ErrorForm.PropertySyntax.PLAIN;
import static dev.understudy.failure.ErrorForm.PropertySyntax.TEXT;
import static dev.understudy.failure.ErrorForm.PropertySyntax.XML;

import dev.understudy.failure.ErrorForm.PropertySyntax;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The types of requests for static content; {@code req=}.
 *
 * <p>Source: the reference's pages on serving static content, exists, props and userdata.
 */
enum ContentRequestType {
    /** The content itself. */
    CONTENT(PLAIN),
    EXISTS(TEXT, JAVASCRIPT, XML, JSON),
    PROPS(TEXT, JAVASCRIPT, XML, JSON),
    USERDATA(TEXT, XML, JSON);

    private final List<PropertySyntax> forms;

    ContentRequestType(PropertySyntax... forms) {
        this.forms = List.of(forms);
    }

    /** The forms of the reply, the usual one first. */
    List<PropertySyntax> forms() {
        return forms;
    }

    /** The value of {@code req=} in upper case, for the access log; empty for the content itself, which has none. */
    String logName() {
        return this == CONTENT ? "" : name();
    }

    /** The type of this name, without regard to case. */
    static Optional<ContentRequestType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type != CONTENT && type.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
