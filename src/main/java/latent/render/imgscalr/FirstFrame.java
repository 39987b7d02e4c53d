package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.ImageFormat;
import latent.image.PixelSize;

/** Lays the first frame of an animation, which may cover only a part, on its canvas. */
final class FirstFrame {
    private static final int ANMF = 0x464d4e41;

    private FirstFrame() {}

    static BufferedImage onCanvas(BufferedImage frame, PixelSize canvas, ImageFormat format, byte[] file) {
        if (frame.getWidth() == canvas.width() && frame.getHeight() == canvas.height()) {
            return frame;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (format == ImageFormat.GIF) {
            toGifFrame(bytes);
            return at(bytes.getShort() & 0xffff, bytes.getShort() & 0xffff, frame, canvas);
        }
        toWebPFrame(bytes);
        int left = bytes.getInt() & 0xffffff;
        bytes.position(bytes.position() - 1);
        return at(2 * left, 2 * (bytes.getInt() & 0xffffff), frame, canvas);
    }

    private static BufferedImage at(int left, int top, BufferedImage frame, PixelSize size) {
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(frame, left, top, null);
        brush.dispose();
        return canvas;
    }

    private static void toGifFrame(ByteBuffer file) {
        int flags = file.get(10);
        file.position(13 + ((flags & 0x80) == 0 ? 0 : 6 << (flags & 7)));
        while (file.get() != 0x2c) {
            file.get();
            for (int length = file.get() & 0xff; length > 0; length = file.get() & 0xff) {
                file.position(file.position() + length);
            }
        }
    }

    private static void toWebPFrame(ByteBuffer file) {
        file.position(12);
        while (file.getInt() != ANMF) {
            int length = file.getInt();
            file.position(file.position() + length + (length & 1));
        }
        file.getInt();
    }
}
