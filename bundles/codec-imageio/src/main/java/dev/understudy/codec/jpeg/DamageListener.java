package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.DamagedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Takes the decoder's warnings for what they are: it goes on after damage and paints the rest gray. Stray bytes after the
 * last block do no harm, and some cameras write a few.
 */
final class DamageListener implements IIOReadWarningListener {

    private static final Pattern STRAY_BYTES =
            Pattern.compile("Corrupt JPEG data: (\\d{1,4}) extraneous bytes before marker 0xd9");
    private static final int HARMLESS = 64;

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        Matcher stray = STRAY_BYTES.matcher(warning);
        if (damage == null && !(stray.matches() && Integer.parseInt(stray.group(1)) <= HARMLESS)) {
            damage = warning;
        }
    }

    /** Fails if anything was wrong. */
    void check() throws DamagedException {
        if (damage != null) {
            throw new DamagedException(damage);
        }
    }
}
