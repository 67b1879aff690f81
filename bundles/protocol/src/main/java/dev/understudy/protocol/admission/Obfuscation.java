package dev.understudy.protocol.admission;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads modifiers that are obfuscated by base64, of the standard alphabet or the one for URLs, with or without padding. What is
 * not safe in a URL may be percent-encoded, once. Characters that no URL can have come out percent-encoded, which means the same.
 *
 * <p>Source: the reference's page on request obfuscation; the second alphabet is ours.
 */
final class Obfuscation {

    private static final Pattern ENCODED = Pattern.compile("%(2[BbFf]|3[Dd])");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Obfuscation() {}

    /** Modifiers as text: UTF-8, or ISO-8859-1 when they cannot be that. */
    static String text(byte[] modifiers) {
        CharSequence text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(modifiers));
        } catch (CharacterCodingException e) {
            text = new String(modifiers, StandardCharsets.ISO_8859_1);
        }
        // Control characters would otherwise get into logs as they are.
        return CONTROL.matcher(text)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
    }

    /**
     * The bytes of the modifiers.
     *
     * @throws ServeException {@code request.refused} when they are not obfuscated
     */
    static byte[] decode(String query) throws ServeException {
        String base64 = ENCODED.matcher(query)
                .replaceAll(octet -> Character.toString(Integer.parseInt(octet.group(1), 16)))
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ServeException(
                    new Failure.Refused("The modifiers are not obfuscated (RequestObfuscation=1): all that follows the"
                            + " question mark must be base64"));
        }
    }
}
