package dev.understudy.engine.render;

import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the requests in a vector image: what {@code href} of its elements {@code image} says, where that begins with
 * {@code /is/image}, with or without a host before it. The text has its bytes as letters, as {@link FilledSource} has them.
 *
 * <p>Source: the reference's page on SVG support.
 */
final class ImageReferences {

    private static final Pattern REQUEST =
            Pattern.compile("\\s*(?:(?i:https?)://[^/?#\\s]*)?/is/image(?=[/?]|\\s*$)/?([^#]*).*", Pattern.DOTALL);

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));");

    private final String text;
    private final List<Found> found = new ArrayList<>();

    private ImageReferences(String text) {
        this.text = text;
    }

    /**
     * Looks for the requests in a text. The time for that grows as the text does, whatever is in it.
     *
     * @throws ServeException when there are more than {@link EmbeddedImage#MOST}, or nobody waits for them any more
     */
    static ImageReferences in(String text) throws ServeException {
        ImageReferences references = new ImageReferences(text);
        references.find();
        return references;
    }

    /**
     * A request in a text.
     *
     * @param start of what is written
     * @param end behind that
     * @param request what follows the mount
     */
    private record Found(int start, int end, String request) {}

    /** The requests in the order of the text, each as what follows the mount and the slash behind it, as often as it is there. */
    List<String> requests() {
        return found.stream().map(Found::request).toList();
    }

    /**
     * The length of the text with something else in the place of each request.
     *
     * @param others what that is; requests of which it knows nothing are kept
     */
    long length(Map<String, String> others) {
        long length = text.length();
        for (Found one : found) {
            String url = others.get(one.request());
            length += url == null ? 0 : url.length() - (one.end() - one.start());
        }
        return length;
    }

    /** The text that {@link #length} is about. */
    String replaced(Map<String, String> others) {
        StringBuilder out = new StringBuilder(Math.toIntExact(length(others)));
        int copied = 0;
        for (Found one : found) {
            String url = others.get(one.request());
            if (url != null) {
                out.append(text, copied, one.start()).append(url);
                copied = one.end();
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    private void find() throws ServeException {
        int at = text.indexOf('<');
        while (at >= 0) {
            Interruption.check();
            at = text.indexOf('<', next(at));
        }
    }

    /** Behind what begins with a bracket. */
    private int next(int at) throws ServeException {
        if (text.startsWith("<!--", at)) {
            return behind("-->", at);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at);
        }
        if (text.startsWith("<!", at)) {
            return declaration(at);
        }
        int name = at + 1;
        while (name < text.length() && !isEnd(text.charAt(name))) {
            name++;
        }
        return attributes(name, local(text.substring(at + 1, name)).equals("image"));
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    /** A document type, with what it declares. */
    private int declaration(int at) {
        int declared = at;
        while (declared < text.length() && text.charAt(declared) != '[') {
            if (text.charAt(declared++) == '>') {
                return declared;
            }
        }
        return behind(">", behind("]", declared) - 1);
    }

    private int attributes(int from, boolean ofImage) throws ServeException {
        int at = from;
        while (at < text.length() && text.charAt(at) != '>') {
            int name = at;
            while (at < text.length() && !isEnd(text.charAt(at)) && text.charAt(at) != '=') {
                at++;
            }
            if (at == name) {
                at++;
                continue;
            }
            String said = text.substring(name, at);
            int quote = quote(at);
            if (quote >= 0) {
                int end = text.indexOf(text.charAt(quote), quote + 1);
                at = end < 0 ? text.length() : end + 1;
                if (ofImage && end >= 0 && local(said).equals("href")) {
                    add(quote + 1, end);
                }
            }
        }
        return at;
    }

    /** Where the quotation mark of a value is that may follow a name; below 0 for nowhere. */
    private int quote(int from) {
        int at = skipSpace(from);
        if (at >= text.length() || text.charAt(at) != '=') {
            return -1;
        }
        at = skipSpace(at + 1);
        return at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0 ? at : -1;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private void add(int start, int end) throws ServeException {
        Matcher request = REQUEST.matcher(decoded(text.substring(start, end)));
        if (request.matches()) {
            if (found.size() == EmbeddedImage.MOST) {
                throw new ServeException(new Failure.TooLarge(
                        "The number of requests in a vector image", "the limit of " + EmbeddedImage.MOST));
            }
            found.add(new Found(start, end, request.group(1).strip()));
        }
    }

    private static String decoded(String value) {
        String characters = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return ENTITY.matcher(characters).replaceAll(match -> Matcher.quoteReplacement(character(match.group())));
    }

    private static String character(String entity) {
        return switch (entity) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            case "&apos;" -> "'";
            default -> numbered(entity.substring(2, entity.length() - 1).toLowerCase(Locale.ROOT));
        };
    }

    private static String numbered(String number) {
        int character = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
        return Character.isValidCodePoint(character) ? Character.toString(character) : "";
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static boolean isEnd(char c) {
        return c <= ' ' || c == '>' || c == '/';
    }
}
