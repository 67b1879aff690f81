package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the codes of a sequential frame to its end as strictly as decoding does, but makes hardly any samples of them. */
final class CodeCheck implements IdleProcessors.Helper {

    private static final Region LEAST = new Region(0, 0, 1, 1);

    private final Input input;
    private final long firstScan;
    private final FrameLayout least;
    private final DecodingTables tables;
    private boolean done;
    private @Nullable IOException damage;

    CodeCheck(Input input, long firstScan, FrameLayout layout, DecodingTables tables) {
        this.input = input;
        this.firstScan = firstScan;
        this.tables = tables;
        least = FrameLayout.of(layout.frame(), LEAST, Integer.MAX_VALUE);
    }

    /** Checks all codes as one part of the work, or none. */
    @Override
    public void help(BooleanSupplier idle) {
        if (idle.getAsBoolean()) {
            run();
        }
    }

    private void run() {
        try {
            JpegFrameDecoder.decode(input, firstScan, least, tables, Tolerance.STRICT, IdleProcessors.NONE);
        } catch (IOException e) {
            damage = e;
        }
        done = true;
    }

    /** Fails unless the frame is sound; checks it now if nobody has. */
    void require() throws IOException {
        if (!done) {
            run();
        }
        if (damage != null) {
            throw damage;
        }
    }
}
