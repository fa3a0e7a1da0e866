import { settingsText } from './settings-text';

describe('The settings in a backup', () => {
  test('are those that are set, in one line each', () => {
    const env = { PORT: '3100', S3_BUCKET: 'pictures', GAFU_RECIPE: ' ', PATH: '/usr/bin' };
    expect(settingsText(env)).toBe('PORT=3100\nS3_BUCKET=pictures\n');
  });

  test('hold no secret, however it is given', () => {
    const text = settingsText({
      DATABASE_URL: 'postgresql://gafu:secret-1@db/gafu',
      ADMIN_PASSWORD_FILE: '/run/secrets/secret-2',
      METRICS_TOKEN: 'secret-3-secret-3',
      VGG19_URL: 'https://somebody:secret-4@mirror.example/vgg19.h5',
      AWS_SECRET_ACCESS_KEY: 'secret-5',
    });
    expect(text).not.toMatch(/secret-\d|somebody/);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '# DATABASE_URL was set',
        '# ADMIN_PASSWORD was set',
        '# METRICS_TOKEN was set',
        'VGG19_URL=https://mirror.example/vgg19.h5',
      ]),
    );
  });
});
