// Owns where services and pages of the server find the drawing of a QR code; a phone draws with the same.
export { qrPath, type QrPath } from '#lib/record/qr-path.ts';
