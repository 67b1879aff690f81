package dev.understudy.itest.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast something was.
 *
 * @param rate answers a second
 * @param median milliseconds
 * @param most milliseconds within which 99 of 100 answers came
 * @param answers how many there were
 * @param processor microseconds of the server's processor time for an answer; 0 where that is not known
 */
record Measurement(double rate, double median, double most, long answers, double processor) {

    /** Of the nanoseconds that each answer took, all within some seconds. */
    static Measurement of(long[] nanos, double seconds) {
        Arrays.sort(nanos);
        return new Measurement(nanos.length / seconds, within(nanos, 0.5), within(nanos, 0.99), nanos.length, 0);
    }

    /** The same, with the microseconds of processor time that all answers took. */
    Measurement withProcessor(double micros) {
        return new Measurement(rate, median, most, answers, micros / answers);
    }

    private static double within(long[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }

    /** The middle of each figure. */
    static Measurement middle(List<Measurement> all) {
        return new Measurement(
                middle(all.stream().map(Measurement::rate)),
                middle(all.stream().map(Measurement::median)),
                middle(all.stream().map(Measurement::most)),
                all.stream().mapToLong(Measurement::answers).sum() / all.size(),
                middle(all.stream().map(Measurement::processor)));
    }

    private static double middle(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT, "%8.0f a second, median %7.3f ms, 99 %% within %7.3f ms", rate, median, most);
        return processor == 0 ? line : line + String.format(Locale.ROOT, ", %5.1f us of processor", processor);
    }
}
