package dev.understudy.codec.jpeg.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passing over many codes at a time, against decoding them one by one; of random codes, in random data, which is mostly damaged. */
class SkipTableTest {

    private static final int TABLES = 400;
    private static final int BYTES = 5_000;
    private static final int[] SHORT_CODES = {0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125};
    private static final int[] LONG_CODES = {0, 0, 0, 0, 8, 16, 32, 40, 30, 30, 10, 3, 1, 0, 0, 0};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void takesWhatCodesTakeOneByOne(int samples) throws IOException {
        Random random = new Random(samples);
        int sound = 0;
        for (int table = 0; table < TABLES; table++) {
            CodeTable codes = codes(random, table % 2 == 0 ? SHORT_CODES : LONG_CODES);
            byte[] data = data(random);
            try (BytesSource source = new BytesSource(data);
                    Input input = Input.of(source.channel(), data.length);
                    BytesSource same = new BytesSource(data);
                    Input sameInput = Input.of(same.channel(), data.length)) {
                CodeReader bits = new CodeReader(input);
                sound += compare(new CodeReader(sameInput), bits, codes, reader(bits, codes, samples));
            }
        }
        assertTrue(sound > 10 * TABLES, "sound blocks: " + sound);
    }

    private static byte[] data(Random random) {
        byte[] data = new byte[BYTES];
        random.nextBytes(data);
        for (int i = 1; i < BYTES; i++) {
            data[i] = data[i - 1] == (byte) 0xff ? 0 : data[i];
        }
        return data;
    }

    private static int compare(CodeReader plain, CodeReader quick, CodeTable codes, CoefficientReader reader)
            throws IOException {
        int sound = 0;
        while (true) {
            String wanted = oneByOne(plain, codes);
            String found = atOnce(quick, reader, sound);
            assertEquals(wanted, found);
            if (!wanted.isEmpty()) {
                return sound;
            }
            assertEquals(plain.enough(plain.word) >>> Integer.SIZE, quick.enough(quick.word) >>> Integer.SIZE);
            sound++;
        }
    }

    /** Decodes a block; the message of what is wrong with it. */
    private static String oneByOne(CodeReader bits, CodeTable codes) throws IOException {
        try {
            int next = 1;
            while (next < 64) {
                int entry = bits.code(codes);
                int run = CodeTable.run(entry);
                if (CodeTable.value(entry) == 0 && run == 0) {
                    break;
                }
                if (CodeTable.value(entry) == 0 && run != 15) {
                    return "a code that does not exist";
                }
                next += run + 1;
            }
            if (next > 64) {
                return "a block with more coefficients than any can have";
            }
            bits.requireBits();
            return "";
        } catch (DamagedException e) {
            return e.getMessage();
        }
    }

    private static String atOnce(CodeReader bits, CoefficientReader reader, int block) throws IOException {
        try {
            bits.word = block % 2 == 0 ? reader.skip(bits.word) : reader.read(bits.word);
            bits.requireBits();
            return "";
        } catch (DamagedException e) {
            return e.getMessage();
        }
    }

    private static CoefficientReader reader(CodeReader bits, CodeTable codes, int samples) throws DamagedException {
        ComponentLayout.Side side = new ComponentLayout.Side(0, samples, samples);
        FrameHeader.Component component = new FrameHeader.Component(1, 1, 1, 0);
        ComponentSamples target = new ComponentSamples(new ComponentLayout(component, 1, 1, side, side));
        return new CoefficientReader(bits, codes, new SkipTable(codes), new int[64], new BlockBatch(target));
    }

    /** Codes of such lengths for random symbols, a few of which make no sense; the end of a block is among the shorter ones. */
    private static CodeTable codes(Random random, int[] counts) throws DamagedException {
        int sum = Arrays.stream(counts).sum();
        byte[] segment = new byte[1 + counts.length + sum];
        for (int i = 0; i < counts.length; i++) {
            segment[1 + i] = (byte) counts[i];
        }
        for (int i = 0; i < sum; i++) {
            segment[1 + counts.length + i] = (byte) symbol(random);
        }
        segment[1 + counts.length + random.nextInt(5)] = 0;
        return CodeTable.ac(new CodeSpec(segment, 1));
    }

    private static int symbol(Random random) {
        return switch (random.nextInt(50)) {
            case 0 -> random.nextInt(256);
            case 1 -> 0xf0;
            case 2, 3, 4 -> 0;
            default -> random.nextInt(4) << 4 | 1 + random.nextInt(10);
        };
    }
}
