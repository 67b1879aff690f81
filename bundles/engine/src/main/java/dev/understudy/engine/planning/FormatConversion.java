package dev.understudy.engine.planning;

import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.codec.ResolvedFormat;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.AcceptedTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the smaller formats for what was to be JPEG or PNG. A lossy format takes the place of JPEG; PNG loses nothing, so
 * what takes its place loses nothing either.
 *
 * <p>Source: the reference's pages on bfc and fmt, which leave the formats and the order open.
 */
final class FormatConversion {

    /** What can take the place of a format, the smallest first. */
    private static final Map<String, List<FormatChoice>> SMALLER = Map.of(
            "jpeg", List.of(lossy("avif"), lossy("webp")),
            "pjpeg", List.of(lossy("avif"), lossy("webp")),
            "png", List.of(lossless("webp"), lossless("avif")),
            "png-alpha", List.of(lossless("webp-alpha"), lossless("avif-alpha")));

    private final ResolvedFormat asked;
    private final List<ResolvedFormat> smaller = new ArrayList<>();

    /** The conversion of a format to others that are written. */
    FormatConversion(ResolvedFormat asked, OutputFormats formats) throws ServeException {
        this.asked = asked;
        for (FormatChoice choice : SMALLER.getOrDefault(asked.format().name(), List.of())) {
            FormatChoice alike = new FormatChoice(choice.name(), asked.samples(), choice.compression());
            if (formats.writes(alike)) {
                smaller.add(formats.resolve(alike));
            }
        }
    }

    /** Whether another format can come of it. */
    boolean isPossible() {
        return !smaller.isEmpty();
    }

    /** Whether quality makes a difference in any format that can come of it. */
    boolean isLossy() {
        return smaller.stream().anyMatch(format -> format.compression().quality());
    }

    /** The format that the client names and wants most, and no less than the one that was asked for; the smallest of several. */
    Optional<ResolvedFormat> of(AcceptedTypes accepted) {
        int least = accepted.weight(asked.format().mediaType());
        return smaller.stream()
                .filter(format -> accepted.names(format.format().mediaType()))
                .filter(format -> weight(format, accepted) >= least)
                .sorted(Comparator.comparingInt((ResolvedFormat format) -> weight(format, accepted))
                        .reversed())
                .findFirst();
    }

    private static int weight(ResolvedFormat format, AcceptedTypes accepted) {
        return accepted.weight(format.format().mediaType());
    }

    private static FormatChoice lossy(String name) {
        return new FormatChoice(name, null, "lossy");
    }

    private static FormatChoice lossless(String name) {
        return new FormatChoice(name, null, "lossless");
    }
}
