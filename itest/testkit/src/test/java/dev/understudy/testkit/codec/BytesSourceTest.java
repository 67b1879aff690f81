package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class BytesSourceTest {

    @Test
    void equalStampsMeanTheSameBytes() {
        byte[] bytes = {1, 2, 3};
        assertEquals(new BytesSource(bytes).stamp(), new BytesSource(bytes.clone()).stamp());
        assertNotEquals(new BytesSource(bytes).stamp(), new BytesSource(new byte[] {1, 2, 4}).stamp());
    }
}
