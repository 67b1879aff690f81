package dev.understudy.serve;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Reads modifiers that are obfuscated by base64, of the standard alphabet or the one for URLs, with or without padding. What is
 * not safe in a URL may be percent-encoded, once.
 *
 * <p>Source: the reference's page on request obfuscation; the second alphabet is ours.
 */
final class Obfuscation {

    private static final Pattern ENCODED = Pattern.compile("%(2[BbFf]|3[Dd])");

    private Obfuscation() {}

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
