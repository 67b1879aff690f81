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

    /** A template with an image of a request, as that page has it: neither is the namespace declared, nor a sign escaped. */
    static byte[] framed() {
        return bytes("<?xml version=\"1.0\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 20010904//EN\""
                + " \"http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd\">\n<svg width=\"500\" height=\"500\">"
                + "<image x=\"50\" y=\"50\" width=\"400\" height=\"400\""
                + " xlink:href=\"/is/image?src=$img$&wid=300&hei=400\"/>"
                + "<text x=\"150\" y=\"480\" style=\"font-size:$pts$; fill:$color$\">Title: $txt$</text></svg>");
    }

    /** Two images of requests of other catalogs, one of them with its alpha, and one that is left out. */
    static byte[] collage() {
        return bytes(
                "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='60'><rect width='100' height='60' fill='#808080'/>"
                        + "<image width='40' height='30' href='http://images.example.com/is/image/$cat$/quadrants?wid=40&amp;hei=30&amp;fmt=png'/>"
                        + "<image x='40' width='60' height='40' href='/is/image/gallery/emblem?wid=60&amp;fmt=png-alpha'/>"
                        + "<!-- <image href='/is/image/charts/no-such-image'/> --></svg>");
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
