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
import org.jspecify.annotations.Nullable;

/** Finds the files in plans. */
final class PlanSources {

    private PlanSources() {}

    /** The files of a plan in the order in which layers are drawn, each once. */
    static List<SourceKey> of(ImagePlan plan) {
        return files(plan).stream().map(ImageFile::key).distinct().toList();
    }

    /** The files of a plan, with how damage in them is taken. */
    static List<ImageFile> files(ImagePlan plan) {
        return imageFiles(plan).stream()
                .map(file -> file.with(SourceProfiles.NONE))
                .distinct()
                .toList();
    }

    /** The color profiles that the images of a plan can need. */
    static List<SourceKey> profiles(ImagePlan plan) {
        return imageFiles(plan).stream()
                .map(ImageFile::profiles)
                .flatMap(profiles -> Stream.of(profiles.rgb(), profiles.gray(), profiles.cmyk()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The entries of font maps that the texts of a plan can need. */
    static List<FontRecord> fonts(ImagePlan plan) {
        return contents(plan)
                .flatMap(content ->
                        content instanceof LayerContent.Text text ? text.fonts().faces().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    /** Whether the layer itself, not something in a request that it shows, is drawn from the file or has its shape from it. */
    static boolean isDrawnFrom(LayerPlan layer, SourceKey file) {
        boolean shaped = contents(layer.mask().source()).anyMatch(content -> isOf(content, file));
        return shaped || isOf(layer.content(), file);
    }

    private static boolean isOf(LayerContent content, SourceKey file) {
        return content instanceof LayerContent.Image image
                && image.source().key().equals(file);
    }

    private static Set<ImageFile> imageFiles(ImagePlan plan) {
        Set<ImageFile> found = new LinkedHashSet<>();
        contents(plan).forEach(content -> {
            if (content instanceof LayerContent.Image image) {
                found.add(image.source());
            }
        });
        return found;
    }

    /** What is drawn, down into nested requests: of each layer its content, then its mask. */
    private static Stream<LayerContent> contents(ImagePlan plan) {
        return plan.layers().stream()
                .flatMap(layer -> Stream.concat(
                        contents(layer.content()), contents(layer.mask().source())));
    }

    private static Stream<LayerContent> contents(@Nullable LayerContent content) {
        return content instanceof LayerContent.Nested nested ? contents(nested.plan()) : Stream.ofNullable(content);
    }
}
