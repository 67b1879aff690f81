package dev.understudy.engine.mediaset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of a set, or of a member of a set.
 *
 * <p>Source: the reference's pages on media set requests and AssetType.
 */
public enum SetKind {
    IMAGE("img", "", "basic", "advanced_image"),
    IMAGE_SET("img_set", "IMAGESET", "advanced_image_set", "advanced_imageset", "advanced_swatchset"),
    SPIN_SET("spin", "SPINSET"),
    PAGE_SET("ecat", "ECATALOG"),
    VIDEO("video", ""),
    VIDEO_SET("video_set", "VIDEOSET"),
    STATIC("static", ""),
    MEDIA_SET("media_set", "MEDIASET"),
    /** A plain list of images of which nothing says what they are. */
    UNKNOWN_SET("unknown", ""),
    /** What a request for nothing comes to. */
    EMPTY("empty", "");

    private static final String SPIN_OF_SPINS = "SPINSET2D";

    private final String type;
    private final String assetType;
    private final String[] aliases;

    SetKind(String type, String assetType, String... aliases) {
        this.type = type;
        this.assetType = assetType;
        this.aliases = aliases;
    }

    /** As replies spell it. */
    public String type() {
        return type;
    }

    /** Whether it has members. */
    public boolean isSet() {
        return this != IMAGE && this != VIDEO && this != STATIC;
    }

    /** The kind that {@code catalog::AssetType} names; empty for no value. */
    static Optional<SetKind> ofAssetType(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        if (name.equals(SPIN_OF_SPINS)) {
            return Optional.of(SPIN_SET);
        }
        return Arrays.stream(values())
                .filter(kind -> !kind.assetType.isEmpty() && kind.assetType.equals(name))
                .findFirst();
    }

    /** The kind that the entry of a media set names; empty for no name, and for one that is not supported. */
    static Optional<SetKind> ofEntry(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind != MEDIA_SET && kind != UNKNOWN_SET && kind != EMPTY)
                .filter(kind ->
                        kind.type.equals(wanted) || Arrays.asList(kind.aliases).contains(wanted))
                .findFirst();
    }
}
