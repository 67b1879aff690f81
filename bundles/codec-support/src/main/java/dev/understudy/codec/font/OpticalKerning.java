package dev.understudy.codec.font;

import java.awt.Font;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The spacing of letters by their shapes, whatever pairs their font knows. The space between two letters is what is free between them at the
 * heights at which both have ink: a mean in which near parts count most, and what is farther away than letters see each other counts no
 * more. Letters move towards the distance at which that is as it is between two upright stems of the font, without coming too near to each other
 * anywhere.
 *
 * <p>Source: ours; the reference names optical kerning without telling what it is.
 */
public final class OpticalKerning {

    /** Letters with stems on both sides, in Latin, Cyrillic and Greek: capitals and small ones. */
    private static final String CAPITALS = "H\u041d\u0397";

    private static final String SMALL = "n\u043d\u03b7";

    /** The space that counts, at most; lengths are in sizes of the font. */
    private static final double SEEN = 0.3;

    private static final double NEAREST = 0.01;

    /** The share of what is missing by which letters move: all of it would be more than type designers do. */
    private static final double SHARE = 0.7;

    private static final double CLOSER = 0.1;
    private static final double APART = 0.03;

    /** What moves less is not seen to move. */
    private static final double LEAST = 0.01;

    /** How near letters come to each other, of the space between two stems. */
    private static final double CLEARANCE = 0.45;

    private static final int STEPS = 12;
    private static final int KEPT_LETTERS = 500;
    private static final int KEPT_PAIRS = 4000;

    private final Font font;
    private final Map<String, LetterProfile> letters = new ConcurrentHashMap<>();
    private final Map<Pair, Double> pairs = new ConcurrentHashMap<>();

    /** The kerning of a font, which is the same in all its sizes. */
    public OpticalKerning(Font font) {
        this.font = font;
    }

    private record Pair(String left, String right) {}

    /** Whether the font has the stems by which others are spaced. */
    public boolean isPossible() {
        return stem(SMALL + CAPITALS).isPresent();
    }

    /** What is added between two letters that stand beside each other, in sizes of the font; below 0 for closer. */
    public double between(String left, String right) {
        Pair pair = new Pair(left, right);
        Double known = pairs.get(pair);
        if (known != null) {
            return known;
        }
        double added = add(profile(left), profile(right), wanted(left, right));
        if (pairs.size() < KEPT_PAIRS) {
            pairs.put(pair, added);
        }
        return added;
    }

    private LetterProfile profile(String letter) {
        LetterProfile known = letters.get(letter);
        if (known != null) {
            return known;
        }
        LetterProfile profile = LetterProfile.of(letter, font);
        if (letters.size() < KEPT_LETTERS) {
            letters.put(letter, profile);
        }
        return profile;
    }

    private static double add(LetterProfile left, LetterProfile right, double wanted) {
        if (isTouching(left, right)) {
            return 0; // such letters are meant to be joined, or have no height in common
        }
        double low = -CLOSER / SHARE;
        double high = APART / SHARE;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (space(left, right, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double added = (low + high) / 2 * SHARE;
        double possible = added < 0 ? Math.max(added, Math.min(0, nearest(left, right, wanted * CLEARANCE))) : added;
        return Math.abs(possible) < LEAST ? 0 : possible;
    }

    private static boolean isTouching(LetterProfile left, LetterProfile right) {
        double least = Double.POSITIVE_INFINITY;
        for (int band = 0; band < LetterProfile.BANDS; band++) {
            least = Math.min(least, left.right(band) + right.left(band));
        }
        return least <= 0 || least == Double.POSITIVE_INFINITY;
    }

    /** The harmonic mean of what is free where both have ink. */
    private static double space(LetterProfile left, LetterProfile right, double added) {
        double sum = 0;
        int bands = 0;
        for (int band = 0; band < LetterProfile.BANDS; band++) {
            double gap = left.right(band) + right.left(band);
            if (gap < Double.POSITIVE_INFINITY) {
                sum += 1 / Math.max(NEAREST, Math.min(SEEN, gap + added));
                bands++;
            }
        }
        return bands / sum;
    }

    /** What can be added, or taken away, so that nothing of one comes nearer to anything of the other than a distance. */
    private static double nearest(LetterProfile left, LetterProfile right, double distance) {
        int reach = (int) (distance / LetterProfile.HEIGHT);
        double least = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < LetterProfile.BANDS; band++) {
            int last = Math.min(LetterProfile.BANDS - 1, band + reach);
            for (int other = Math.max(0, band - reach); other <= last; other++) {
                double rise = Math.max(0, Math.abs(band - other) - 1) * LetterProfile.HEIGHT;
                double needed = Math.sqrt(Math.max(0, distance * distance - rise * rise));
                least = Math.max(least, needed - left.right(band) - right.left(other));
            }
        }
        return least;
    }

    /** The space that letters are to have: that of capitals, of small letters, or between these; signs have that of the letter beside them. */
    private double wanted(String left, String right) {
        String first = stems(left);
        String second = stems(right);
        if (first == null && second == null) {
            return stemSpace(SMALL);
        }
        return first == null || second == null
                ? stemSpace(Objects.requireNonNullElse(first, second))
                : (stemSpace(first) + stemSpace(second)) / 2;
    }

    /** The stems of the kind of a letter; null for signs. */
    private static @Nullable String stems(String letter) {
        int code = letter.codePointAt(0);
        if (Character.isLowerCase(code)) {
            return SMALL;
        }
        return Character.isUpperCase(code) || Character.isTitleCase(code) ? CAPITALS : null;
    }

    /** The space between stems of a kind, of the other kind in a font that has that alone. */
    private double stemSpace(String kind) {
        LetterProfile stem = profile(stem(kind + SMALL + CAPITALS).orElseThrow());
        return space(stem, stem, 0);
    }

    private Optional<String> stem(String candidates) {
        return candidates
                .codePoints()
                .filter(font::canDisplay)
                .mapToObj(Character::toString)
                .findFirst();
    }
}
