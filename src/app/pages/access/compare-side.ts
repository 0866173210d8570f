export const compareSectionId = 'compare'
