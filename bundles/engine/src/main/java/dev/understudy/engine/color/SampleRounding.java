package dev.understudy.engine.color;

/** Makes 8-bit samples of 16-bit ones. */
interface SampleRounding {

    /** The levels of 16 bit from one of 8 bit to the next. */
    int LEVEL = 257;

    /**
     * Takes the next pixels of a plane.
     *
     * @param values 16-bit samples
     * @param count how many of them
     * @param out where they go
     * @param from the first place there
     */
    void put(char[] values, int count, byte[] out, int from);

    /** Rounds each sample to the nearest. */
    static SampleRounding rounding() {
        return (values, count, out, from) -> {
            for (int i = 0; i < count; i++) {
                out[from + i] = (byte) ((values[i] + LEVEL / 2) / LEVEL);
            }
        };
    }
}
