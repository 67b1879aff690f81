package dev.understudy.itest.bench.peers;

/**
 * A source.
 *
 * @param name of the file, without its extension
 * @param kind how it is written: jpeg (4:2:0), jpeg444, progressive, cmyk or png
 * @param width in pixels
 * @param height in pixels
 */
record BenchSource(String name, String kind, int width, int height) {

    String file() {
        return name + (kind.equals("png") ? ".png" : ".jpg");
    }
}
