package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.SavePath;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.command.CacheChoice;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans requests that save an image to a file.
 *
 * <p>Source: the reference's page on saveToFile.
 */
final class SavePlanner {

    private static final int MOST_DIGITS = 9;

    private SavePlanner() {}

    /**
     * The plan of what {@code req=img} would draw for a client that says nothing of itself, and where it goes.
     *
     * @throws ServeException when there is no such image, or it has no such place
     */
    static PlannedRequest of(ReadRequest.Readable read) throws ServeException {
        ImageRequest request = read.request();
        CommandValues values = request.values().global();
        String folder = request.catalog().get(Attributes.SAVE_PATH);
        if (folder.isEmpty()) {
            throw new ServeException(new Failure.Refused("Images of this catalog are not saved (attribute::SavePath)"));
        }
        SavePath file = SavePath.of(folder, values.get(Commands.NAME, ""));
        RequestDetails details = new RequestDetails.Saving(file, timeout(values.get(Commands.TIMEOUT)));
        ImagePlanner.Outcome bare =
                ImagePlanner.of(request, NegotiationContext.ofAnyone(read.raw()), RequestType.SAVE_TO_FILE);
        ImagePlanner.Outcome image = WatermarkPlanner.marked(bare, request.catalog(), read.raw());
        return new PlannedRequest(
                read.summary(), image.plan(), image.objects(), Set.of(), CacheChoice.ON, details, Set.of());
    }

    private static @Nullable Duration timeout(@Nullable String text) throws ServeException {
        if (text == null || text.isBlank()) {
            return null;
        }
        String digits = text.strip();
        boolean number = digits.length() <= MOST_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int millis = number ? Integer.parseInt(digits) : 0;
        if (millis == 0) {
            throw new ServeException(
                    new Failure.InvalidParameter("timeout", text, "milliseconds, an integer from 1 to 999999999"));
        }
        return Duration.ofMillis(millis);
    }
}
