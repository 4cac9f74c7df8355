SELECT indicator, series, first_day, value, unit
FROM (SELECT *, count(*) OVER (PARTITION BY indicator, series) AS periods
      FROM observations WHERE comparable AND NOT variant)
WHERE periods > 1
ORDER BY indicator, series, first_day, figure;
