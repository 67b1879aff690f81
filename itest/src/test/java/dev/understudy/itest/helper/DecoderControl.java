package dev.understudy.itest.helper;

import dev.understudy.image.Codec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Gives the server a decoder for {@link FaultMode} files ({@code teach}), and has that {@code hold} or {@code release} what waits
 * and loops in it. Answers, as to {@code count}, how many decodings have begun and how many of them have ended.
 */
public final class DecoderControl extends Handler.Abstract {

    /** Where the desk is. */
    public static final String MOUNT = "/test/decoder";

    private final BundleContext context;
    private final FaultyDecoder decoder = new FaultyDecoder();
    private @Nullable ServiceRegistration<Codec> codec;

    DecoderControl(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (ControlEndpoint.lastElement(request)) {
            case "teach" -> teach();
            case "hold" -> decoder.hold();
            case "release" -> decoder.release();
            case "count" -> {}
            default -> throw new IllegalArgumentException(request.getHttpURI().getPath());
        }
        Content.Sink.write(response, true, decoder.begun() + " " + decoder.ended(), callback);
        return true;
    }

    private synchronized void teach() {
        if (codec == null) {
            codec = context.registerService(Codec.class, new FaultyCodec(decoder), null);
        }
    }
}
