package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sequential scan is made of units, each of some blocks of each of its components.
 *
 * @param count how many units it has
 * @param blocks the blocks of each, by components
 */
record ScanUnits(long count, List<Blocks> blocks) {

    private static final int SIDE = 8;

    /**
     * The blocks of a component in a unit.
     *
     * @param count how many
     * @param tables the numbers of their tables of codes, of DC in the upper four bits
     * @param steps the number of their table of steps
     */
    record Blocks(int count, int tables, int steps) {}

    ScanUnits {
        blocks = List.copyOf(blocks);
    }

    static ScanUnits of(ScanHeader scan, FrameHeader frame) throws DamagedException {
        int mostX = most(frame, true);
        int mostY = most(frame, false);
        boolean alone = scan.components().size() == 1;
        List<Blocks> blocks = new ArrayList<>();
        for (ScanHeader.Component scanned : scan.components()) {
            FrameHeader.Component component = component(frame, scanned.id());
            int count = alone ? 1 : component.horizontal() * component.vertical();
            blocks.add(new Blocks(count, scanned.tables(), component.steps()));
        }
        FrameHeader.Component only = component(frame, scan.components().get(0).id());
        int x = alone ? only.horizontal() : mostX;
        int y = alone ? only.vertical() : mostY;
        long across = divideUp(divideUp((long) frame.width() * x, mostX), alone ? SIDE : (long) SIDE * mostX);
        long down = divideUp(divideUp((long) frame.height() * y, mostY), alone ? SIDE : (long) SIDE * mostY);
        return new ScanUnits(across * down, blocks);
    }

    private static int most(FrameHeader frame, boolean horizontal) {
        return frame.components().stream()
                .mapToInt(component -> horizontal ? component.horizontal() : component.vertical())
                .max()
                .orElse(1);
    }

    private static FrameHeader.Component component(FrameHeader frame, int id) throws DamagedException {
        return frame.components().stream()
                .filter(component -> component.id() == id)
                .findFirst()
                .orElseThrow(() -> new DamagedException("a scan of a component that does not exist"));
    }

    private static long divideUp(long value, long by) {
        return (value + by - 1) / by;
    }
}
