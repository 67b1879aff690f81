package dev.understudy.codec.guard;

import dev.understudy.codec.io.DamagedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Takes the warnings of the JDK's JPEG decoder for what they are: it goes on after damage and paints the rest gray. Stray
 * bytes before a marker may do no harm; whether they do shows only where the codes before them end.
 */
public final class DamageListener implements IIOReadWarningListener {

    private static final Pattern DAMAGE = Pattern.compile("(Corrupt|Invalid|Inconsistent|Premature|Truncated) .*");
    private static final Pattern STRAY_BYTES =
            Pattern.compile("Corrupt JPEG data: (\\d+) extraneous bytes before marker 0x(..)");
    private static final int END = 0xd9;
    private static final int HARMLESS = 64;

    private @Nullable String damage;
    private final List<StrayBytes> strayBytes = new ArrayList<>();

    /**
     * Bytes that no code of the image is in.
     *
     * @param count how many
     * @param marker the marker behind them
     */
    private record StrayBytes(long count, int marker) {}

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        Matcher stray = STRAY_BYTES.matcher(warning);
        if (stray.matches()) {
            strayBytes.add(new StrayBytes(Long.parseLong(stray.group(1)), Integer.parseInt(stray.group(2), 16)));
        } else if (damage == null && DAMAGE.matcher(warning).matches()) {
            damage = warning;
        }
    }

    /** Fails if anything was wrong, other than a few stray bytes before the end, which some cameras write. */
    public void check() throws DamagedException {
        if (damage != null) {
            throw new DamagedException(damage);
        }
        for (StrayBytes bytes : strayBytes) {
            if (bytes.marker != END || bytes.count > HARMLESS) {
                throw new DamagedException(bytes.count + " stray bytes");
            }
        }
    }
}
