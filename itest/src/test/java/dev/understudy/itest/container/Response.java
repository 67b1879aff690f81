package dev.understudy.itest.container;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * One answer.
 *
 * @param target what was asked for
 * @param http what came
 */
public record Response(String target, HttpResponse<byte[]> http) {

    public int status() {
        return http.statusCode();
    }

    /** A header's value, empty if it is not there. */
    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    public String type() {
        return header("Content-Type");
    }

    public byte[] body() {
        return http.body();
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** The body as an image. */
    public BufferedImage image() {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(body()));
            if (image == null) {
                throw new AssertionError("not an image: " + this);
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    @Override
    public String toString() {
        String start = type().startsWith("text/") ? text() : body().length + " bytes";
        return target + ": " + status() + " " + http.headers().map() + " " + start;
    }
}
