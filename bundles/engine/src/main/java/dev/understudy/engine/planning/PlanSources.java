package dev.understudy.engine.planning;

import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.SourceProfiles;
import dev.understudy.source.SourceKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files in plans. */
final class PlanSources {

    private PlanSources() {}

    /** The files of a plan in the order in which layers are drawn, each once. */
    static List<SourceKey> of(ImagePlan plan) {
        return files(plan).stream().map(ImageFile::key).distinct().toList();
    }

    /** The files of a plan, with how damage in them is taken. */
    static List<ImageFile> files(ImagePlan plan) {
        Set<ImageFile> found = new LinkedHashSet<>();
        collect(plan, found);
        return found.stream()
                .map(file -> file.with(SourceProfiles.NONE))
                .distinct()
                .toList();
    }

    /** The color profiles that the images of a plan can need. */
    static List<SourceKey> profiles(ImagePlan plan) {
        Set<ImageFile> found = new LinkedHashSet<>();
        collect(plan, found);
        return found.stream()
                .map(ImageFile::profiles)
                .flatMap(profiles -> Stream.of(profiles.rgb(), profiles.gray(), profiles.cmyk()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The entries of font maps that the texts of a plan can need. */
    static List<FontRecord> fonts(ImagePlan plan) {
        return plan.layers().stream()
                .flatMap(layer -> {
                    if (layer.content() instanceof LayerContent.Nested nested) {
                        return fonts(nested.plan()).stream();
                    }
                    return layer.content() instanceof LayerContent.Text text
                            ? text.fonts().faces().stream()
                            : Stream.empty();
                })
                .distinct()
                .toList();
    }

    /** Whether the content itself, not something in it, is drawn from the file. */
    static boolean isDrawnFrom(LayerContent content, SourceKey file) {
        return content instanceof LayerContent.Image image
                && (image.source().key().equals(file)
                        || image.mask() != null && image.mask().key().equals(file));
    }

    private static void collect(ImagePlan plan, Set<ImageFile> found) {
        for (LayerPlan layer : plan.layers()) {
            if (layer.content() instanceof LayerContent.Nested nested) {
                collect(nested.plan(), found);
            } else if (layer.content() instanceof LayerContent.Image image) {
                found.add(image.source());
                if (image.mask() != null) {
                    found.add(image.mask());
                }
            }
        }
    }
}
