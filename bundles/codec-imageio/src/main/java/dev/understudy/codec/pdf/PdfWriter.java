package dev.understudy.codec.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.io.FileBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the objects of a PDF and the table that says where they are. */
final class PdfWriter {

    private final FileBuffer file = new FileBuffer();
    private final SortedMap<Integer, Integer> starts = new TreeMap<>();

    PdfWriter() {
        print("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"); // the second line tells that the file is not text
    }

    /** What a stream holds. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes an object.
     *
     * @param number its number; numbers are from 1 without gaps, in any order
     */
    void object(int number, String content) {
        starts.put(number, file.length());
        print(number + " 0 obj\n" + content + "\nendobj\n");
    }

    /**
     * Writes a stream.
     *
     * @param number as of an object
     * @param entries those of its dictionary beside the length
     */
    void stream(int number, String entries, Content content) throws IOException {
        starts.put(number, file.length());
        FileBuffer bytes = new FileBuffer();
        content.writeTo(bytes);
        print(number + " 0 obj\n<< " + entries + " /Length " + bytes.length() + " >>\nstream\n");
        file.append(bytes);
        print("\nendstream\nendobj\n");
    }

    /** Ends the file and returns it. */
    byte[] end(int root) {
        int table = file.length();
        print("xref\n0 " + (starts.size() + 1) + "\n0000000000 65535 f \n");
        starts.values().forEach(start -> print(String.format(Locale.ROOT, "%010d 00000 n \n", start)));
        print("trailer\n<< /Size " + (starts.size() + 1) + " /Root " + root + " 0 R >>\nstartxref\n" + table
                + "\n%%EOF\n");
        return file.toByteArray();
    }

    private void print(String text) {
        file.write(bytes(text));
    }

    /** A text of single-byte characters. */
    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
