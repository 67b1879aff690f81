package dev.understudy.http.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of PEM blocks, as certificate authorities and OpenSSL write them; RFC 7468. What is around the blocks is passed over.
 *
 * @param blocks in their order
 */
record PemFile(List<Block> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*(.*?)\\s*-----END \\1-----", Pattern.DOTALL);

    /** Far more than any chain takes. */
    private static final int MAX_BYTES = 1 << 20;

    /**
     * A block.
     *
     * @param type what follows {@code BEGIN}
     * @param text what is between the lines around it
     */
    record Block(String type, String text) {

        private static Block of(MatchResult match) {
            return new Block(match.group(1), match.group(2));
        }

        /** Returns whether the block is encrypted in the way that OpenSSL had before PKCS #8. */
        boolean isEncryptedByOldOpenSsl() {
            return text.startsWith("Proc-Type:");
        }

        /**
         * Returns the content.
         *
         * @throws IllegalArgumentException when it is not in Base64
         */
        byte[] bytes() {
            return Base64.getMimeDecoder().decode(text);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or is far too large
     */
    static PemFile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("more than " + MAX_BYTES + " bytes");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return new PemFile(BLOCK.matcher(text).results().map(Block::of).toList());
    }
}
