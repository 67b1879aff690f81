package dev.understudy.itest.conformance;

import java.nio.charset.StandardCharsets;

/** Vector images for tests. */
final class VectorFiles {

    private VectorFiles() {}

    /** A template with text and variables, as the reference's page on SVG has one. */
    static byte[] template() {
        return bytes("<svg width='500' height='500'><text x='150' y='400' style='font-size:$pts$; fill:$color$'>"
                + "Title: $txt$</text></svg>");
    }

    /** Four colors of 40 x 30 pixels, in a view box of other units. */
    static byte[] quadrants() {
        return bytes("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30' viewBox='0 0 4 3'>"
                + "<path fill='#c82828' d='M0 0h2v1.5H0z'/><path fill='#28c828' d='M2 0h2v1.5H2z'/>"
                + "<path fill='#2828c8' d='M0 1.5h2V3H0z'/><path fill='#e6c828' d='M2 1.5h2V3H2z'/></svg>");
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
