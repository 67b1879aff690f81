package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CmykLutTest {

    private static double[] light(double c, double m, double y, double k) {
        double white = 1 - k * k;
        return new double[] {white * (1 - c), white * (1 - 0.8 * m), white * (1 - y * Math.sqrt(0.2 + 0.8 * c))};
    }

    private static byte[] convert(byte[] inks) {
        byte[] rgb = new byte[inks.length / 4 * 3];
        for (int i = 0; i < inks.length / 4; i++) {
            double[] light =
                    light(part(inks[i * 4]), part(inks[i * 4 + 1]), part(inks[i * 4 + 2]), part(inks[i * 4 + 3]));
            for (int p = 0; p < 3; p++) {
                rgb[i * 3 + p] = (byte) Math.round(255 * light[p]);
            }
        }
        return rgb;
    }

    private static short[] convert16(short[] inks) {
        short[] rgb = new short[inks.length / 4 * 3];
        for (int i = 0; i < inks.length / 4; i++) {
            double[] light =
                    light(part(inks[i * 4]), part(inks[i * 4 + 1]), part(inks[i * 4 + 2]), part(inks[i * 4 + 3]));
            for (int p = 0; p < 3; p++) {
                rgb[i * 3 + p] = (short) Math.round(65535 * light[p]);
            }
        }
        return rgb;
    }

    private static double part(short sample) {
        return (sample & 0xffff) / 65535.0;
    }

    private static double part(byte sample) {
        return (sample & 0xff) / 255.0;
    }

    @Test
    void betweenTheNodesItIsHardlyOff() {
        byte[] inks = new byte[4 * 50_000];
        new Random(5).nextBytes(inks);
        for (int i = 0; i < 4 * 16; i++) {
            inks[i] = (byte) ((i / 4 >> i % 4 & 1) * 255);
        }
        byte[][] planes = new byte[4][inks.length / 4];
        for (int i = 0; i < inks.length; i++) {
            planes[i % 4][i / 4] = inks[i];
        }
        byte[] expected = convert(inks);
        Pixels source = new Pixels(Samples.CMYK, Rgb.planes(500, 100, planes), null, null);
        Pixels out = new PlaneConversion(new CmykLut(new ProfileLink(CmykLutTest::convert16, null), Samples.RGB), false)
                .apply(source, 0, 0);
        for (int p = 0; p < 3; p++) {
            Plane plane = out.plane(p);
            for (int i = 0; i < plane.samples().length; i++) {
                assertEquals(expected[i * 3 + p] & 0xff, plane.samples()[i] & 0xff, i < 16 ? 0 : 2);
            }
        }
    }
}
