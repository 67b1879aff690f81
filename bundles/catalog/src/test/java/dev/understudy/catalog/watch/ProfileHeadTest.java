package dev.understudy.catalog.watch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the head of a color profile tells. */
class ProfileHeadTest {

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    @Test
    void tellsWhichColorsItIsFor() {
        assertTrue(ProfileHead.isFor("RGB ", profile(ColorSpace.CS_sRGB)));
        assertTrue(ProfileHead.isFor("GRAY", profile(ColorSpace.CS_GRAY)));
        assertFalse(ProfileHead.isFor("CMYK", profile(ColorSpace.CS_sRGB)));
    }

    @Test
    void whatIsNoProfileIsForNone() {
        assertFalse(ProfileHead.isFor("RGB ", new byte[0]));
        assertFalse(ProfileHead.isFor("RGB ", new byte[128]));
        assertFalse(ProfileHead.isFor("RGB ", Arrays.copyOf(profile(ColorSpace.CS_sRGB), 127)));
    }
}
