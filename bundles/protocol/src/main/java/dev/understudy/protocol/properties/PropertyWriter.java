package dev.understudy.protocol.properties;

import dev.understudy.failure.ErrorForm;
import dev.understudy.serve.Reply;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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
    }

    /** The character sets that may be asked for. */
    public static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1);

    /** A name or a path of names; an answer must never run anything else. */
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][\\w$]{0,99}(\\.[A-Za-z_$][\\w$]{0,99}){0,9}");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ErrorForm form;
    private final Outcome outcome;
    private final Charset charset;
    private final CharsetEncoder encoder;

    private PropertyWriter(ErrorForm form, Outcome outcome) {
        this.form = form;
        this.outcome = outcome;
        this.charset = CHARSETS.stream()
                .filter(known -> known.name().equalsIgnoreCase(form.charset()))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
        this.encoder = charset.newEncoder();
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
            case PLAIN, TEXT -> writer.reply("text/plain", writer.text(properties, time));
            case JAVASCRIPT -> writer.reply("text/javascript", writer.javaScript(properties));
            case XML -> writer.reply("text/xml", writer.xml(properties));
            case JSON -> writer.reply("text/javascript", writer.json(properties));
        };
    }

    private Reply reply(String mediaType, String text) {
        return Reply.of(mediaType + ";charset=" + charset.name().toLowerCase(Locale.ROOT), text.getBytes(charset));
    }

    private String text(Map<String, String> properties, Instant time) {
        StringBuilder out = new StringBuilder("#S7Z " + outcome + "\n#" + DATE.format(time) + "\n");
        properties.forEach((name, value) -> out.append(javaEscaped(name))
                .append('=')
                .append(javaEscaped(value))
                .append('\n'));
        return out.toString();
    }

    private String javaScript(Map<String, String> properties) {
        StringBuilder out = new StringBuilder();
        properties.forEach((name, value) ->
                out.append(name).append("='").append(scriptEscaped(value, '\'')).append("'\n"));
        return out.toString();
    }

    private String json(Map<String, String> properties) {
        String handler = Objects.requireNonNullElse(form.handler(), "");
        String function = FUNCTION.matcher(handler).matches() ? handler : outcome.function;
        String id = Objects.requireNonNullElse(form.id(), "");
        return properties.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(",", "/*jsonp*/" + function + "({", "}," + quoted(id) + ");"));
    }

    private String quoted(String value) {
        return '"' + scriptEscaped(value, '"') + '"';
    }

    private String xml(Map<String, String> properties) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\" ?>\n");
        out.append("<prop-group>\n");
        String open = "";
        for (Map.Entry<String, String> property : properties.entrySet()) {
            int dot = property.getKey().indexOf('.');
            String group = dot < 0 ? "" : property.getKey().substring(0, dot);
            if (!group.equals(open)) {
                out.append(open.isEmpty() ? "" : "</prop-group>\n");
                out.append(group.isEmpty() ? "" : "<prop-group name=\"" + xmlEscaped(group) + "\">\n");
                open = group;
            }
            out.append("<property name=\"").append(xmlEscaped(property.getKey().substring(dot + 1)));
            out.append("\" value=\"").append(xmlEscaped(property.getValue())).append("\" />\n");
        }
        return out.append(open.isEmpty() ? "" : "</prop-group>\n")
                .append("</prop-group>\n")
                .toString();
    }

    /** ASCII only, so that readers of properties in any character set understand it. */
    private static String javaEscaped(String value) {
        // Readers of properties skip white space before a value.
        StringBuilder out = new StringBuilder(value.startsWith(" ") ? "\\" : "");
        value.chars().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> appendUnless(c < ' ' || c > '~', out, c);
            }
        });
        return out.toString();
    }

    /** A single quote is doubled in the JavaScript form, as the reference has it; JSON escapes its quote. */
    private String scriptEscaped(String value, char quote) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c == quote) {
                out.append(quote == '\'' ? "''" : "\\\"");
            } else if (c == '\\') {
                out.append("\\\\");
            } else if (c == '\n') {
                out.append("\\n");
            } else {
                boolean breaksOut = c < ' ' || c == '<' || c == '\u2028' || c == '\u2029';
                appendUnless(breaksOut || !encoder.canEncode(Character.toString(c)), out, c);
            }
        });
        return out.toString();
    }

    private static void appendUnless(boolean escape, StringBuilder out, int codePoint) {
        String c = Character.toString(codePoint);
        if (escape) {
            c.chars().forEach(unit -> out.append(String.format("\\u%04x", unit)));
        } else {
            out.append(c);
        }
    }

    private String xmlEscaped(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (surrogate || c > 0xfffd && c < 0x10000 || c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                // XML has no way to say these.
                out.append("&#xfffd;");
            } else if (c < ' ' || "<>&\"".indexOf(c) >= 0 || !encoder.canEncode(Character.toString(c))) {
                out.append("&#x").append(Integer.toHexString(c)).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
