package dev.understudy.content.item;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.command.RequestedForm;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.QuerySplitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a request for static content may have; others are ignored.
 *
 * <p>Source: the reference's pages on serving static content, {@code type=}, {@code cache=}, {@code req=} and {@code locale=}.
 *
 * @param type the type that the content must be of; empty for any
 * @param cache whether clients may keep the reply; the server never keeps it
 * @param requestType the content or something about it
 * @param form the form of properties, or of content that is packed
 * @param locale whose content is wanted; empty for none
 * @param unused the names of the commands that have no effect on the reply
 */
record ContentCommands(
        String type,
        CacheChoice cache,
        ContentRequestType requestType,
        ErrorForm form,
        String locale,
        List<String> unused) {

    ContentCommands {
        unused = List.copyOf(unused);
    }

    /** The values of {@code fmt=} for text that is packed. */
    private static final Set<String> PACKED = Set.of("json", "jsonp");

    private static final String REQUESTS = "userdata, props or exists, with text, javascript, xml or json";

    /**
     * Reads a query.
     *
     * @param query still encoded; null for none
     * @throws ServeException {@code parameter.invalid}
     */
    static ContentCommands read(@Nullable String query) throws ServeException {
        Map<String, String> values = values(query);
        String request = values.get("req");
        ContentRequestType requestType = ContentRequestType.CONTENT;
        ErrorForm form = packed(values);
        if (request != null) {
            try {
                RequestedForm requested = RequestedForm.parse(request);
                requestType = ContentRequestType.of(requested.type()).orElseThrow(IllegalArgumentException::new);
                form = new ErrorForm(
                        requested.syntax(requestType.forms()),
                        values.get("handler"),
                        values.get("id"),
                        requested.knownCharset());
            } catch (IllegalArgumentException e) {
                throw new ServeException(new Failure.InvalidParameter("req", request, REQUESTS));
            }
        }
        return new ContentCommands(
                values.getOrDefault("type", ""),
                cache(values.get("cache")),
                requestType,
                form,
                values.getOrDefault("locale", "").strip(),
                unused(values, requestType, form));
    }

    private static List<String> unused(Map<String, String> values, ContentRequestType requestType, ErrorForm form) {
        boolean call = form.syntax() == ErrorForm.PropertySyntax.JSON;
        boolean content = requestType == ContentRequestType.CONTENT;
        List<String> unused = new ArrayList<>();
        if (values.containsKey("fmt") && !(content && isPacking(values))) {
            unused.add("fmt");
        }
        if (values.containsKey("handler") && !(call && PropertyWriter.isFunction(values.get("handler")))) {
            unused.add("handler");
        }
        if (values.containsKey("type") && !content) {
            unused.add("type");
        }
        return unused;
    }

    private static boolean isPacking(Map<String, String> values) {
        return PACKED.contains(values.getOrDefault("fmt", "").strip().toLowerCase(Locale.ROOT));
    }

    /** The form of errors, whatever is wrong with the query. */
    static ErrorForm errorForm(@Nullable String query) {
        Map<String, String> values = values(query);
        if (!values.containsKey("req")) {
            return packed(values);
        }
        RequestedForm requested = RequestedForm.guess(values.getOrDefault("req", ""));
        List<ErrorForm.PropertySyntax> forms = ContentRequestType.of(requested.type())
                .map(ContentRequestType::forms)
                .orElse(List.of());
        return new ErrorForm(
                requested.errorSyntax(forms), values.get("handler"), values.get("id"), requested.charset());
    }

    /**
     * The form of content: JSON where a script asks for text by the name of its function, or by {@code fmt=}.
     *
     * <p>Source: the reference's page on serving static contents, which says that text is packed so, and not when.
     */
    private static ErrorForm packed(Map<String, String> values) {
        String handler = values.get("handler");
        return handler != null || isPacking(values)
                ? new ErrorForm(ErrorForm.PropertySyntax.JSON, handler, values.get("id"), null)
                : ErrorForm.PLAIN;
    }

    /** Whether the content is to be packed as a string of JSON in the call of a function. */
    boolean isPacked() {
        return requestType == ContentRequestType.CONTENT && form.syntax() == ErrorForm.PropertySyntax.JSON;
    }

    /** The values that say something, by the names of their commands in lower case; of several, the last prevails. */
    private static Map<String, String> values(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        for (Modifier modifier : QuerySplitter.split(query == null ? "" : query)) {
            String value = modifier.value();
            if (!value.isBlank()) {
                values.put(modifier.name().strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return values;
    }

    private static CacheChoice cache(@Nullable String value) throws ServeException {
        try {
            return value == null ? CacheChoice.ON : CacheChoice.parse(value);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.InvalidParameter("cache", value, CacheChoice.ALLOWED));
        }
    }
}
