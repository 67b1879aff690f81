package dev.understudy.engine.save;

import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.plan.SavePath;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.settings.SaveSettings;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.PropertyWriter;
import dev.understudy.serve.Call;
import dev.understudy.serve.Reply;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Saves images to files, for those who may have that done.
 *
 * <p>Source: the reference's page on saveToFile. Who may, and that a file is there whole or not at all, is ours.
 */
public final class ImageSaver {

    private final SaveSettings settings;
    private final Renderer renderer;
    private final InstantSource clock;
    private final Leftovers leftovers;
    private final SaveQuotas quotas;

    /**
     * @param renderer makes images of the sizes that may be saved
     */
    public ImageSaver(SaveSettings settings, Renderer renderer, InstantSource clock) {
        this.settings = settings;
        this.renderer = renderer;
        this.clock = clock;
        leftovers = new Leftovers(clock);
        quotas = new SaveQuotas(settings.quota(), clock);
    }

    /** Why a call may not have anything saved; null when it may. */
    public @Nullable Failure refusal(Call call) {
        if (settings.directory().isEmpty()) {
            return new Failure.Refused("Nothing is saved here (SaveDirectory in dev.understudy.engine)");
        } else if (!settings.clients().allows(call.client())) {
            return new Failure.Refused("Nothing is saved for " + call.client().getHostAddress()
                    + " (saveToFile.clients in dev.understudy.engine)");
        } else if (!call.effects()) {
            return new Failure.Refused(
                    "Images are saved by a GET without If-Match, If-None-Match and If-Unmodified-Since, and not for pages of other sites");
        }
        return null;
    }

    /** The time by which a call's image must have been saved. */
    public Instant deadline(PlannedRequest request, Call call) {
        Duration own = saving(request).timeout();
        Instant deadline = clock.instant().plus(own == null ? settings.timeout() : own);
        return deadline.isBefore(call.deadline()) ? deadline : call.deadline();
    }

    /**
     * Makes the image and saves it.
     *
     * @param permit lets the request have work done until the deadline
     * @return what the client is told
     * @throws ServeException when that fails or takes too long; then there is no such file, or what was there before
     */
    public Reply save(PlannedRequest request, AdmissionPermit permit, Instant deadline) throws ServeException {
        SavePath path = saving(request).file();
        try {
            Map<String, String> properties = new LinkedHashMap<>();
            Renderer.Rendered image = permit.run(memory -> renderer.render(request.image(), memory));
            FileSuffix.require(path, image.mediaType());
            long written = permit.run(memory -> write(path, image.bytes(), deadline));
            properties.put("lastUpdated", Long.toString(written));
            properties.put("pixelsTotal", Long.toString(image.size().area()));
            properties.put("status", "done");
            return PropertyWriter.write(
                    properties, request.summary().form(), PropertyWriter.Outcome.OK, clock.instant());
        } catch (ServeException e) {
            boolean late = e.failure().kind() == FailureKind.SERVER_OVERLOADED && isOver(deadline);
            throw late ? failed(path, "it took too long (timeout, saveToFile.saveTimeout)", e) : e;
        }
    }

    private long write(SavePath path, byte[] bytes, Instant deadline) throws ServeException {
        Path root = settings.directory().orElseThrow();
        try (SaveFolder folder = SaveFolder.open(root, path.folders())) {
            leftovers.delete(folder);
            try (SaveFolder ofCatalog = SaveFolder.open(root, path.ofCatalog())) {
                return write(path, bytes, deadline, folder, ofCatalog);
            }
        } catch (IOException e) {
            throw failed(path, SaveFailures.reason(e), e);
        } catch (InvalidPathException e) {
            throw failed(path, "its name cannot be spelled here; the server must be started with LC_ALL=C.UTF-8", e);
        }
    }

    private long write(SavePath path, byte[] bytes, Instant deadline, SaveFolder folder, SaveFolder ofCatalog)
            throws IOException {
        FolderUse added = folder.added(path.file(), bytes.length);
        quotas.take(ofCatalog, added);
        boolean written = false;
        try {
            long time = folder.write(path.file(), bytes, () -> !isOver(deadline));
            written = true;
            return time;
        } finally {
            if (!written) {
                quotas.giveBack(ofCatalog, added);
            }
        }
    }

    private boolean isOver(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }

    private static RequestDetails.Saving saving(PlannedRequest request) {
        if (request.details() instanceof RequestDetails.Saving saving) {
            return saving;
        }
        throw new IllegalArgumentException("nothing is to be saved");
    }

    private static ServeException failed(SavePath path, String reason, Throwable cause) {
        return new ServeException(new Failure.NotSaved(path.name(), reason, cause));
    }
}
