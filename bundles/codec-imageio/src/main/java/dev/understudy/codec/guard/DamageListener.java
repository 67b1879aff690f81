package dev.understudy.codec.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Takes the warnings of the JDK's JPEG decoder for what they are: it goes on after damage and paints the rest gray. Stray
 * bytes after the last block do no harm, and some cameras write a few.
 */
public final class DamageListener implements IIOReadWarningListener {

    private static final Pattern DAMAGE = Pattern.compile("(Corrupt|Invalid|Inconsistent|Premature|Truncated) .*");
    private static final Pattern STRAY_BYTES =
            Pattern.compile("Corrupt JPEG data: (\\d{1,4}) extraneous bytes before marker 0xd9");
    private static final int HARMLESS = 64;

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (damage == null && DAMAGE.matcher(warning).matches() && !isHarmless(warning)) {
            damage = warning;
        }
    }

    private static boolean isHarmless(String warning) {
        Matcher stray = STRAY_BYTES.matcher(warning);
        return stray.matches() && Integer.parseInt(stray.group(1)) <= HARMLESS;
    }

    /** Fails if anything was wrong. */
    public void check() throws DamagedException {
        if (damage != null) {
            throw new DamagedException(damage);
        }
    }
}
