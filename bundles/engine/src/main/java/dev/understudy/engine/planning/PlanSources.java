package dev.understudy.engine.planning;

import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.PlanContents;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.source.SourceKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files in plans. */
final class PlanSources {

    private PlanSources() {}

    /** The files of a plan in the order in which layers are drawn, each once. */
    static List<SourceKey> of(ImagePlan plan) {
        Set<SourceKey> found = new LinkedHashSet<>();
        PlanContents.visit(plan, content -> {
            if (content instanceof LayerContent.Image image) {
                found.add(image.source().key());
            }
        });
        return List.copyOf(found);
    }

    /** Whether a plan has vector images. */
    static boolean hasVectors(ImagePlan plan) {
        return imageFiles(plan).stream().anyMatch(ImageFile::isVector);
    }

    /** The vector images of a plan. */
    static List<ImageFile> vectors(ImagePlan plan) {
        return imageFiles(plan).stream().filter(ImageFile::isVector).toList();
    }

    /** The files of a plan, with how damage in them is taken. */
    static List<ImageFile> files(ImagePlan plan) {
        return imageFiles(plan).stream()
                .map(file -> file.with(NamedProfiles.NONE))
                .distinct()
                .toList();
    }

    /** The color profiles that the images of a plan, and the reply, can need. */
    static List<SourceKey> profiles(ImagePlan plan) {
        OutputColors colors = plan.output().colors();
        Stream<NamedProfiles> named = Stream.concat(
                imageFiles(plan).stream().map(ImageFile::profiles), Stream.of(colors.defaults(), colors.sources()));
        Stream<SourceKey> own = Stream.concat(
                requested(plan),
                named.flatMap(profiles -> Stream.of(profiles.rgb(), profiles.gray(), profiles.cmyk()))
                        .flatMap(List::stream));
        return Stream.concat(own, embedded(plan).flatMap(inner -> profiles(inner).stream()))
                .distinct()
                .toList();
    }

    /** The plans of what vector images take from requests. */
    private static Stream<ImagePlan> embedded(ImagePlan plan) {
        return imageFiles(plan).stream().flatMap(file -> file.images().stream()).map(EmbeddedImage::plan);
    }

    /** The profiles that a request, and the requests nested in it, name themselves. */
    private static Stream<SourceKey> requested(ImagePlan plan) {
        Stream<SourceKey> nested = plan.layers().stream()
                .flatMap(layer -> Stream.concat(
                        Stream.of(layer.content()),
                        Stream.ofNullable(layer.mask().source())))
                .flatMap(content ->
                        content instanceof LayerContent.Nested inner ? requested(inner.plan()) : Stream.empty());
        return Stream.concat(Stream.ofNullable(plan.output().colors().profile()).map(RequestedProfile::file), nested);
    }

    /** The entries of font maps that the texts of a plan can need. */
    static List<FontRecord> fonts(ImagePlan plan) {
        return Stream.concat(contents(plan), embedded(plan).flatMap(PlanSources::contents))
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
        PlanContents.visit(plan, content -> {
            if (content instanceof LayerContent.Image image) {
                found.add(image.source());
            }
        });
        return found;
    }

    /** What is drawn, down into nested requests: of each layer its content, then its mask. */
    private static Stream<LayerContent> contents(ImagePlan plan) {
        return Stream.concat(plan.layers().stream(), Stream.ofNullable(plan.watermark()))
                .flatMap(layer -> Stream.concat(
                        contents(layer.content()), contents(layer.mask().source())));
    }

    private static Stream<LayerContent> contents(@Nullable LayerContent content) {
        return content instanceof LayerContent.Nested nested ? contents(nested.plan()) : Stream.ofNullable(content);
    }
}
