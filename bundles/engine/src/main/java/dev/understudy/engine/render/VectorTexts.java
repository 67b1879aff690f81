package dev.understudy.engine.render;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.PlanContents;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The vector images of a plan whose texts are read to put values and images into them. */
final class VectorTexts {

    private VectorTexts() {}

    /** The image files of a plan, each once. */
    static Set<ImageFile> files(ImagePlan plan) {
        Set<ImageFile> files = new LinkedHashSet<>();
        PlanContents.visit(plan, content -> {
            if (content instanceof LayerContent.Image image) {
                files.add(image.source());
            }
        });
        return files;
    }

    /**
     * Asks for what reading the texts takes, before anything is read.
     *
     * @param files of which some may be such images
     * @param images what has been drawn for them
     * @return the same budget for work that is done while the texts are held
     * @throws ServeException when that is more than there is
     */
    static MemoryBudget reserve(
            Collection<ImageFile> files, EmbeddedFiles images, SourceAccess sources, MemoryBudget memory)
            throws ServeException, MemoryUnavailableException {
        long bytes = 0;
        for (ImageFile file : files) {
            bytes += FilledSource.isFilled(file, images) ? bytes(file, sources) : 0;
        }
        if (bytes == 0) {
            return memory;
        }
        memory.reserve(bytes);
        long held = bytes;
        return more -> memory.reserve(more + held);
    }

    /** What reading a file takes; nothing for one that cannot be read, which is told when its turn comes. */
    private static long bytes(ImageFile file, SourceAccess sources) {
        try (Source source = sources.open(file.key())) {
            return FilledSource.isTooLarge(source) ? 0 : FilledSource.fillingMemory(source);
        } catch (ServeException e) {
            return 0;
        }
    }
}
