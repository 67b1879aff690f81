package dev.understudy.itest.helper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a decoder does with a file that begins with these words. */
public enum FaultMode {
    /** Waits until it is told to go on. */
    WAITS,
    /** Never comes back, whatever is done to its thread. */
    LOOPS,
    /** Takes memory until there is none. */
    DEVOURS,
    /** Has a bug. */
    STUMBLES;

    private static final String START = "A file whose decoder ";

    /** A file that has it so. */
    public byte[] file() {
        return (START + name()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The mood of a file by its first bytes, read from position to limit and left unmoved. */
    static Optional<FaultMode> of(ByteBuffer head) {
        byte[] bytes = new byte[head.remaining()];
        head.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return Arrays.stream(values())
                .filter(mode -> text.startsWith(START + mode.name()))
                .findFirst();
    }
}
