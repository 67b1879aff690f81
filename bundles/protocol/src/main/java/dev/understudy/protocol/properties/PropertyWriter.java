package dev.understudy.protocol.properties;

import dev.understudy.failure.ErrorForm;
import dev.understudy.serve.Reply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes one ordered list of properties in any of the four forms: Java properties, JavaScript, XML, and JSON in the call
 * of a function. A character that the character set lacks is written as an escape of the form.
 *
 * <p>Source: the reference's pages on properties; the JSON form is compact because a parser in wide use takes no other.
 */
public final class PropertyWriter {

    /** The kind of reply, which names the function of the JSON form and stands in the first line of the text form. */
    public enum Outcome {
        OK("s7jsonResponse"),
        ERROR("s7jsonError");

        private final String function;

        Outcome(String function) {
            this.function = function;
        }

        String function() {
            return function;
        }
    }

    /** The character sets that may be asked for. */
    public static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ErrorForm form;
    private final Outcome outcome;
    private final FormText text;

    private PropertyWriter(ErrorForm form, Outcome outcome) {
        this.form = form;
        this.outcome = outcome;
        this.text = FormText.of(form);
    }

    /**
     * The properties as a reply of status 200.
     *
     * @param properties names with their object before the dot, in the order in which they are written
     * @param form how; {@link ErrorForm.PropertySyntax#PLAIN} counts as TEXT, an unknown character set as UTF-8, a handler that is no
     *     name of a function as none
     * @param time what the text form says about when it was written
     */
    public static Reply write(Map<String, String> properties, ErrorForm form, Outcome outcome, Instant time) {
        PropertyWriter writer = new PropertyWriter(form, outcome);
        return switch (form.syntax()) {
            case PLAIN, TEXT -> writer.text.reply("text/plain", writer.text(properties, time));
            case JAVASCRIPT -> writer.text.reply("text/javascript", writer.javaScript(properties));
            case XML -> writer.text.reply("text/xml", writer.xml(properties));
            case JSON -> writer.text.reply("text/javascript", writer.json(properties));
        };
    }

    /** Whether JSON can stand in the call of a function of this name, the value of {@code handler=}. */
    public static boolean isFunction(String handler) {
        return FormText.isFunction(handler);
    }

    /** A text as a string of JSON in the call of a function, as a reply of status 200. */
    public static Reply call(String text, ErrorForm form) {
        FormText json = FormText.of(form);
        return json.reply(
                "text/javascript",
                json.callStart(Outcome.OK.function(), form) + json.quoted(text) + json.callEnd(form));
    }

    private String text(Map<String, String> properties, Instant time) {
        StringBuilder out = new StringBuilder("#S7Z " + outcome + "\n#" + DATE.format(time) + "\n");
        properties.forEach((name, value) -> out.append(FormText.javaEscaped(name))
                .append('=')
                .append(FormText.javaEscaped(value))
                .append('\n'));
        return out.toString();
    }

    private String javaScript(Map<String, String> properties) {
        StringBuilder out = new StringBuilder();
        properties.forEach((name, value) -> out.append(name)
                .append("='")
                .append(text.scriptEscaped(value, '\''))
                .append("'\n"));
        return out.toString();
    }

    private String json(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> text.quoted(entry.getKey()) + ":" + text.quoted(entry.getValue()))
                .collect(Collectors.joining(
                        ",", text.callStart(outcome.function, form) + "{", "}" + text.callEnd(form)));
    }

    private String xml(Map<String, String> properties) {
        StringBuilder out = new StringBuilder(text.xmlDeclaration());
        out.append("<prop-group>\n");
        String open = "";
        for (Map.Entry<String, String> property : properties.entrySet()) {
            int dot = property.getKey().indexOf('.');
            String group = dot < 0 ? "" : property.getKey().substring(0, dot);
            if (!group.equals(open)) {
                out.append(open.isEmpty() ? "" : "</prop-group>\n");
                out.append(group.isEmpty() ? "" : "<prop-group name=\"" + text.xmlEscaped(group) + "\">\n");
                open = group;
            }
            out.append("<property name=\"")
                    .append(text.xmlEscaped(property.getKey().substring(dot + 1)));
            out.append("\" value=\"")
                    .append(text.xmlEscaped(property.getValue()))
                    .append("\" />\n");
        }
        return out.append(open.isEmpty() ? "" : "</prop-group>\n")
                .append("</prop-group>\n")
                .toString();
    }
}
