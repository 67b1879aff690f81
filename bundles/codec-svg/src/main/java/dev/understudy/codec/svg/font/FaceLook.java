package dev.understudy.codec.svg.font;

/**
 * How a face looks.
 *
 * @param lightest how heavy it is, as CSS counts, or the least that it can be
 * @param heaviest the most that it can be
 * @param italic whether it is italic or oblique
 */
public record FaceLook(int lightest, int heaviest, boolean italic) {

    /** The least that is bold. */
    public static final int BOLD = 600;

    private static final int REGULAR = 400;
    private static final int MEDIUM = 500;

    /** More than weights can be apart. */
    private static final int FAR = 2000;

    /** A look of one weight. */
    FaceLook(int weight, boolean italic) {
        this(weight, weight, italic);
    }

    /** How far the look is from one that is wanted, in the order of CSS: the slope counts most, then which side weights are on. */
    int distance(int wanted, boolean wantsItalic) {
        return (italic == wantsItalic ? 0 : 2 * FAR * 2) + distance(wanted);
    }

    private int distance(int wanted) {
        if (wanted >= lightest && wanted <= heaviest) {
            return 0;
        }
        boolean heavier = lightest > wanted;
        int apart = heavier ? lightest - wanted : wanted - heaviest;
        if (wanted < REGULAR) {
            return heavier ? FAR + apart : apart;
        }
        if (wanted > MEDIUM) {
            return heavier ? apart : FAR + apart;
        }
        // up to 500 first, then what is lighter, then what is heavier
        return !heavier ? FAR + apart : lightest <= MEDIUM ? apart : 2 * FAR + apart;
    }

    /** The weight that it has in a text of some weight. */
    int nearest(int wanted) {
        return Math.max(lightest, Math.min(heaviest, wanted));
    }

    /** Whether a text of a weight has to be made heavier with it. */
    boolean isTooLight(int wanted) {
        return wanted >= BOLD && heaviest < BOLD;
    }
}
