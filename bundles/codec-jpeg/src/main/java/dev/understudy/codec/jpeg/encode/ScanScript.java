package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scans of a file.
 *
 * <p>Source: the reference's page on pscan.
 */
final class ScanScript {

    private static final int END = ZigZag.COUNT - 1;

    /** Where the coefficients of a pass end, for three passes, four and five; the first one is of DC. */
    private static final List<List<Integer>> PASSES =
            List.of(List.of(5, END), List.of(2, 9, END), List.of(2, 9, 20, END));

    private static final int FEWEST = 3;

    private ScanScript() {}

    /** The one scan of a sequential file. */
    static ScanPlan sequential(int components) {
        return new ScanPlan(numbers(components), 0, END, 0, 0);
    }

    /** The usual scans of a progressive file: those of IJG's library, which keeps bits of luma back for longer than bits of chroma. */
    static List<ScanPlan> usual(int components) {
        return components == 3 ? usualYcc() : usualOf(components);
    }

    private static List<ScanPlan> usualYcc() {
        List<Integer> luma = List.of(0);
        List<Integer> blue = List.of(1);
        List<Integer> red = List.of(2);
        return List.of(
                new ScanPlan(numbers(3), 0, 0, 0, 1),
                new ScanPlan(luma, 1, 5, 0, 2),
                new ScanPlan(red, 1, END, 0, 1),
                new ScanPlan(blue, 1, END, 0, 1),
                new ScanPlan(luma, 6, END, 0, 2),
                new ScanPlan(luma, 1, END, 2, 1),
                new ScanPlan(numbers(3), 0, 0, 1, 0),
                new ScanPlan(red, 1, END, 1, 0),
                new ScanPlan(blue, 1, END, 1, 0),
                new ScanPlan(luma, 1, END, 1, 0));
    }

    private static List<ScanPlan> usualOf(int components) {
        List<ScanPlan> scans = new ArrayList<>();
        scans.add(new ScanPlan(numbers(components), 0, 0, 0, 1));
        addEach(scans, components, 1, 5, 0, 2);
        addEach(scans, components, 6, END, 0, 2);
        addEach(scans, components, 1, END, 2, 1);
        scans.add(new ScanPlan(numbers(components), 0, 0, 1, 0));
        addEach(scans, components, 1, END, 1, 0);
        return scans;
    }

    /**
     * Passes over the whole image, each of which adds detail to all of it: first DC, then higher and higher frequencies. A scan of
     * AC is of one component, so that each of these passes is a scan for each.
     *
     * @param passes 3, 4 or 5
     */
    static List<ScanPlan> passes(int passes, int components) {
        List<ScanPlan> scans = new ArrayList<>();
        scans.add(new ScanPlan(numbers(components), 0, 0, 0, 0));
        int first = 1;
        for (int last : PASSES.get(passes - FEWEST)) {
            addEach(scans, components, first, last, 0, 0);
            first = last + 1;
        }
        return scans;
    }

    private static void addEach(List<ScanPlan> scans, int components, int first, int last, int before, int low) {
        numbers(components).forEach(number -> scans.add(new ScanPlan(List.of(number), first, last, before, low)));
    }

    private static List<Integer> numbers(int components) {
        return IntStream.range(0, components).boxed().toList();
    }
}
