package dev.understudy.protocol.properties;

import dev.understudy.failure.ErrorForm;
import dev.understudy.serve.Reply;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Text of a reply in one character set: what that set or the form of the reply cannot say is escaped. */
final class FormText {

    /** A name or a path of names; an answer must never run anything else. */
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z_$][\\w$]{0,99}(\\.[A-Za-z_$][\\w$]{0,99}){0,9}");

    private final Charset charset;
    private final CharsetEncoder encoder;

    private FormText(Charset charset) {
        this.charset = charset;
        this.encoder = charset.newEncoder();
    }

    /** Whether a text is the name of a function, or a path of names to one. */
    static boolean isFunction(String text) {
        return FUNCTION.matcher(text).matches();
    }

    /** Text in the character set that a form asks for; UTF-8 for one that is not known. */
    static FormText of(ErrorForm form) {
        return new FormText(PropertyWriter.CHARSETS.stream()
                .filter(known -> known.name().equalsIgnoreCase(form.charset()))
                .findFirst()
                .orElse(StandardCharsets.UTF_8));
    }

    /** A reply of status 200 with this text. */
    Reply reply(String mediaType, String text) {
        return Reply.of(mediaType + ";charset=" + charset.name().toLowerCase(Locale.ROOT), text.getBytes(charset));
    }

    /** The first line of an XML document. */
    String xmlDeclaration() {
        return "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\" ?>\n";
    }

    /** The beginning of the call that JSON stands in: of {@code handler=}, if that is the name of a function. */
    String callStart(String function, ErrorForm form) {
        String handler = Objects.requireNonNullElse(form.handler(), "");
        return "/*jsonp*/" + (isFunction(handler) ? handler : function) + "(";
    }

    /** The end of the call that JSON stands in. */
    String callEnd(ErrorForm form) {
        return "," + quoted(Objects.requireNonNullElse(form.id(), "")) + ");";
    }

    /** A string of JSON. */
    String quoted(String value) {
        return '"' + scriptEscaped(value, '"') + '"';
    }

    /** ASCII only, so that readers of properties in any character set understand it. */
    static String javaEscaped(String value) {
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
    String scriptEscaped(String value, char quote) {
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

    /** A value in XML; a character that XML cannot say is replaced. */
    String xmlEscaped(String value) {
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
