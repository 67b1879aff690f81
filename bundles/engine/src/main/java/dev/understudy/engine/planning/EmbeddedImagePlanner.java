package dev.understudy.engine.planning;

import dev.understudy.engine.plan.EmbeddedImage;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.PlanContents;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Plans the requests that vector images take images from. Such an image is drawn as its request alone would be, but written without
 * loss.
 *
 * <p>Source: the reference's page on SVG support.
 */
public final class EmbeddedImagePlanner {

    private EmbeddedImagePlanner() {}

    /**
     * A request with the requests of its vector images.
     *
     * @param references what each file has, as it follows the mount, as often as it has that
     * @param raw the request, which is asked what may be used
     * @throws ServeException when one of them cannot be read or planned, or there are too many
     */
    public static PlannedRequest with(PlannedRequest request, Map<ImageFile, List<String>> references, RawRequest raw)
            throws ServeException {
        int count = references.values().stream().mapToInt(List::size).sum();
        if (count == 0) {
            return request;
        }
        if (count > EmbeddedImage.MOST) {
            throw new ServeException(new Failure.TooLarge(
                    "The number of requests in vector images (" + count + ")", "the limit of " + EmbeddedImage.MOST));
        }
        List<ResolvedObject> objects = new ArrayList<>(request.objects());
        Map<ImageFile, ImageFile> files = new HashMap<>();
        for (Map.Entry<ImageFile, List<String>> file : references.entrySet()) {
            List<EmbeddedImage> images = new ArrayList<>();
            for (String reference : new LinkedHashSet<>(file.getValue())) {
                ImagePlanner.Outcome image = ImagePlanner.embedded(
                        RequestReader.embedded(reference, file.getKey().variables(), raw),
                        NegotiationContext.ofAnyone(raw));
                images.add(new EmbeddedImage(reference, image.plan()));
                objects.addAll(image.objects());
            }
            files.put(file.getKey(), file.getKey().with(images));
        }
        return request.with(
                PlanContents.withFiles(request.image(), file -> files.getOrDefault(file, file)),
                objects.stream().distinct().toList());
    }
}
