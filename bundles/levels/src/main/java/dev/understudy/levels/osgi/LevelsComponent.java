package dev.understudy.levels.osgi;

import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.SourceLevels;
import dev.understudy.levels.file.FileLevels;
import dev.understudy.levels.file.LevelSettings;
import dev.understudy.source.SourceKey;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers {@link FileLevels}. New settings are new levels. */
@Component(service = SourceLevels.class, immediate = true)
public final class LevelsComponent implements SourceLevels {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private final FileLevels levels;

    @Activate
    public LevelsComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) LevelSettings settings) {
        levels = FileLevels.open(settings);
        STARTUP.info("levels: {}", settings);
    }

    @Override
    public boolean accepts(ImageInfo info) {
        return levels.accepts(info);
    }

    @Override
    public boolean isWritable() {
        return levels.isWritable();
    }

    @Override
    public FullSize fullSize(ImageInfo info) {
        return levels.fullSize(info);
    }

    @Override
    public boolean has(LevelKey key) {
        return levels.has(key);
    }

    @Override
    public @Nullable Pixels find(LevelKey key, DecodedPart part) {
        return levels.find(key, part);
    }

    @Override
    public boolean keep(LevelKey key, Decoded level) {
        return levels.keep(key, level);
    }

    @Override
    public boolean hasIndex(IndexKey key) {
        return levels.hasIndex(key);
    }

    @Override
    public byte @Nullable [] findIndex(IndexKey key) {
        return levels.findIndex(key);
    }

    @Override
    public boolean keepIndex(IndexKey key, byte[] index) {
        return levels.keepIndex(key, index);
    }

    @Override
    public void discardIndex(IndexKey key) {
        levels.discardIndex(key);
    }

    @Override
    public int purge(Predicate<SourceKey> which) {
        return levels.purge(which);
    }

    @Override
    public LevelFigures figures() {
        return levels.figures();
    }

    @Deactivate
    public void close() {
        levels.close();
    }
}
