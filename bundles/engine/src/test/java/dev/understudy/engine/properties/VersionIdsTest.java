package dev.understudy.engine.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionIdsTest {

    private static final SourceKey BOWL = new SourceKey(SourceKey.Kind.IMAGE, "shop", "bowl.jpg", true);
    private static final SourceKey LAMP = new SourceKey(SourceKey.Kind.IMAGE, "shop", "lamp.tif", true);
    private static final String BEFORE = VersionIds.ofImage(List.of(new Stamp(BOWL, 1_000, 50, "inode 7")));

    @Test
    void followsTimeLengthAndName() {
        assertNotEquals(BEFORE, VersionIds.ofImage(List.of(new Stamp(BOWL, 1_001, 50, "inode 7"))));
        assertNotEquals(BEFORE, VersionIds.ofImage(List.of(new Stamp(BOWL, 1_000, 51, "inode 7"))));
        assertNotEquals(BEFORE, VersionIds.ofImage(List.of(new Stamp(LAMP, 1_000, 50, "inode 7"))));
    }

    @Test
    void isTheSameOnServersWithTheSameFiles() {
        assertEquals(BEFORE, VersionIds.ofImage(List.of(new Stamp(BOWL, 1_000, 50, "inode 8"))));
    }
}
